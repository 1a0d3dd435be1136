-- Takes members out of a sorted set unless their score has changed since they were read.
-- KEYS: the set. ARGV: score and member, again and again
for i = 1, #ARGV, 2 do
  local score = redis.call('ZSCORE', KEYS[1], ARGV[i + 1])
  if score and tonumber(score) == tonumber(ARGV[i]) then
    redis.call('ZREM', KEYS[1], ARGV[i + 1])
  end
end
return 1
