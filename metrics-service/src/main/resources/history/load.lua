-- Writes keys back. KEYS: loading, head, then the keys.
-- ARGV: token, then for each key: type, time of expiry (0 for never), number of parts, parts
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('EXISTS', KEYS[2]) == 1 then
  return 0
end
local at = 2
for i = 3, #KEYS do
  local key, type, expires, parts = KEYS[i], ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 2])
  at = at + 3
  if type == 'string' then
    redis.call('SET', key, ARGV[at])
  else
    if type == 'hash' then
      redis.call('DEL', key)
    end
    for part = at, at + parts - 1, 2 do
      if type == 'hash' then
        redis.call('HSET', key, ARGV[part], ARGV[part + 1])
      else
        redis.call('ZADD', key, ARGV[part + 1], ARGV[part])
      end
    end
  end
  if expires ~= '0' then
    redis.call('PEXPIREAT', key, expires)
  end
  at = at + parts
end
return 1
