-- Ends a loading: the partition has a head again. KEYS: loading, head, saved. ARGV: token, fence, position, watermark, saved
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('EXISTS', KEYS[2]) == 1 then
  return 0
end
redis.call('HSET', KEYS[2], 'fence', ARGV[2], 'position', ARGV[3], 'watermark', ARGV[4])
redis.call('SET', KEYS[3], ARGV[5])
redis.call('DEL', KEYS[1])
return 1
