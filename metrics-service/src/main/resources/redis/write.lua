-- One write of a partition: all or nothing (docs/decisions/0001). Nothing below the comparison can fail, since every
-- value was computed before; the first write also meets the memory limit, if any does, while nothing is written yet.
--
-- KEYS: head, unsaved, then the states, then one for each operation
-- ARGV: expected fence, new fence, position, watermark, revision for unsaved keys ('' when no history is kept),
--       milliseconds that states live, the states, the operations. The last two are arrays in MessagePack; an operation
--       is an array of command, 1 if it belongs to the history, time of expiry ('0': as it is), and the arguments
if redis.call('HGET', KEYS[1], 'fence') ~= ARGV[1] then
  return 0
end
local revision, ttl = ARGV[5], ARGV[6]
local states, operations = cmsgpack.unpack(ARGV[7]), cmsgpack.unpack(ARGV[8])
redis.call('HSET', KEYS[1], 'fence', ARGV[2], 'position', ARGV[3], 'watermark', ARGV[4])

local key = 2
local unsaved = {}

local function remember(name)
  if revision ~= '' then
    unsaved[#unsaved + 1] = revision
    unsaved[#unsaved + 1] = name
    if #unsaved >= 4000 then
      redis.call('ZADD', KEYS[2], unpack(unsaved))
      unsaved = {}
    end
  end
end

for i = 1, #states do
  redis.call('SET', KEYS[key + i], states[i], 'PX', ttl)
  remember(KEYS[key + i])
end
key = key + #states

for i = 1, #operations do
  local operation, name = operations[i], KEYS[key + i]
  -- Lua's stack holds about 8,000 values.
  for first = 4, #operation, 4000 do
    redis.call(operation[1], name, unpack(operation, first, math.min(first + 3999, #operation)))
  end
  if operation[3] ~= '0' then
    redis.call('PEXPIREAT', name, operation[3])
  end
  if operation[2] == '1' then
    remember(name)
  end
end

if #unsaved > 0 then
  redis.call('ZADD', KEYS[2], unpack(unsaved))
end
return 1
