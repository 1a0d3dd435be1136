-- One write of a partition: all or nothing (docs/decisions/0001). Nothing below the comparison can fail, since every
-- value was computed before; the first write also meets the memory limit, if any does, while nothing is written yet.
--
-- KEYS: head, unsaved, then the states, then one for each operation
-- ARGV: expected fence, new fence, position, watermark, revision for unsaved keys ('' when no history is kept),
--       milliseconds that states live, number of states, number of operations, the states, then for each operation
--       command, 1 if it belongs to the history, time of expiry ('0': as it is), number of arguments, the arguments
if redis.call('HGET', KEYS[1], 'fence') ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'fence', ARGV[2], 'position', ARGV[3], 'watermark', ARGV[4])

local revision, ttl, states, operations = ARGV[5], ARGV[6], tonumber(ARGV[7]), tonumber(ARGV[8])
local at, key = 8, 2
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

for i = 1, states do
  redis.call('SET', KEYS[key + i], ARGV[at + i], 'PX', ttl)
  remember(KEYS[key + i])
end
at, key = at + states, key + states

for i = 1, operations do
  local command, history, expiry, count = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3], tonumber(ARGV[at + 4])
  local name = KEYS[key + i]
  at = at + 4
  -- Lua's stack holds about 8,000 values.
  for first = at + 1, at + count, 4000 do
    redis.call(command, name, unpack(ARGV, first, math.min(first + 3999, at + count)))
  end
  at = at + count
  if expiry ~= '0' then
    redis.call('PEXPIREAT', name, expiry)
  end
  if history == '1' then
    remember(name)
  end
end

if #unsaved > 0 then
  redis.call('ZADD', KEYS[2], unpack(unsaved))
end
return 1
