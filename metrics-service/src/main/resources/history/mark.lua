-- Has some of a partition's keys saved again. In a script, since it goes to the node that has the partition; a plain SCAN goes to any.
-- KEYS: unsaved. ARGV: cursor, pattern of the keys, about how many at once, revision
-- Answers the next cursor, and the server that it means something to.
local found = redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3])
local names = found[2]
-- Lua's stack holds about 8,000 values.
for first = 1, #names, 2000 do
  local marked = {}
  for i = first, math.min(first + 1999, #names) do
    marked[#marked + 1] = ARGV[4]
    marked[#marked + 1] = names[i]
  end
  redis.call('ZADD', KEYS[1], 'GT', unpack(marked))
end
return {found[1], string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')}
