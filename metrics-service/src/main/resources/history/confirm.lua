-- Notes what Postgres holds. KEYS: head, unsaved, saved. ARGV: token, revision, position
local fence = redis.call('HGET', KEYS[1], 'fence')
if not fence then
  return 0
end
local token, revision = string.match(fence, '^(.*):(%d+)$')
-- A new claim, or a revision below the saved one, means that Redis may have fallen back since: leave its notes alone.
if token ~= ARGV[1] or tonumber(revision) < tonumber(ARGV[2]) then
  return 0
end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[2])
redis.call('SET', KEYS[3], ARGV[2] .. ':' .. ARGV[3])
return 1
