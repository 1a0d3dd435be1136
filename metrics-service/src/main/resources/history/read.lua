-- Reads keys that Postgres does not hold yet, those changed longest ago first, together with the head. Writes nothing.
-- KEYS: head, unsaved, saved, then the small keys that are read whole on the last page
-- ARGV: revision to read after, about how many, length of the prefix of every key of the partition
-- The keys read are found in `unsaved` and so cannot be declared; they carry the partition's hash tag like all others.
local head = redis.call('HMGET', KEYS[1], 'fence', 'position', 'watermark')
if not head[1] then
  return {}
end
local after = '(' .. ARGV[1]
local found = redis.call('ZRANGEBYSCORE', KEYS[2], after, '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
local last = ARGV[1]
if #found > 0 then
  last = found[#found]
  found = redis.call('ZRANGEBYSCORE', KEYS[2], after, last, 'WITHSCORES')
end
local complete = redis.call('ZCOUNT', KEYS[2], '(' .. last, '+inf') == 0
local kind = tonumber(ARGV[3]) + 1
local entries = {}
for i = 1, #found, 2 do
  local key = found[i]
  local content
  if string.sub(key, kind, kind) == 'b' then
    content = redis.call('HGETALL', key)
  else
    content = redis.call('GET', key)
  end
  entries[#entries + 1] = {key, found[i + 1], redis.call('PTTL', key), content}
end
local books = {}
if complete then
  for i = 4, #KEYS do
    local type = redis.call('TYPE', KEYS[i]).ok
    if type == 'hash' then
      books[#books + 1] = {KEYS[i], redis.call('HGETALL', KEYS[i])}
    elseif type == 'zset' then
      books[#books + 1] = {KEYS[i], redis.call('ZRANGE', KEYS[i], 0, -1, 'WITHSCORES')}
    end
  end
end
return {head[1], head[2] or '0', head[3] or '0', redis.call('GET', KEYS[3]) or '', last, complete and 1 or 0,
  redis.call('TIME')[1], entries, books}
