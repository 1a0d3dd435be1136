-- Takes a partition over. The revision jumps to the clock, so that it grows even when the store went back in time.
-- KEYS: head, clock. ARGV: token, now in microseconds, position of a new head ('': none is made)
local position = redis.call('HGET', KEYS[1], 'position')
if not position then
  if ARGV[3] == '' then
    return false
  end
  position = ARGV[3]
  redis.call('HSET', KEYS[1], 'position', position, 'watermark', '0')
end
local revision = tonumber(ARGV[2])
local fence = redis.call('HGET', KEYS[1], 'fence')
if fence then
  local before = tonumber(string.match(fence, ':(%d+)$'))
  if before >= revision then
    revision = before + 1
  end
end
local text = string.format('%.0f', revision)
redis.call('HSET', KEYS[1], 'fence', ARGV[1] .. ':' .. text)
return {text, position, redis.call('HGET', KEYS[1], 'watermark'), redis.call('HGETALL', KEYS[2])}
