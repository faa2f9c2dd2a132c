-- Prints wrk's figures as one line of JSON. With a rate as its argument, requests are spread evenly
-- over time: each free connection takes the next slot of a common schedule (one thread only).
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long sec; long nsec; } libra_timespec;
  int clock_gettime(int clock, libra_timespec *time);
]]
local time = ffi.new("libra_timespec")

local function now_ms()
  ffi.C.clock_gettime(1, time)
  return tonumber(time.sec) * 1000 + tonumber(time.nsec) / 1e6
end

function init(args)
  local rate = tonumber(args[1] or "0")
  if rate > 0 then
    local interval = 1000 / rate
    local slot = now_ms()
    function delay()
      slot = slot + interval
      local wait = slot - now_ms()
      return wait > 0 and math.floor(wait + 0.5) or 0
    end
  end
end

function done(summary, latency, requests)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  io.write(string.format(
    '\n{"requests":%d,"rps":%.1f,"failed":%d,"cpuMicrosPerRequest":%.3f,'
      .. '"p50Ms":%.3f,"p95Ms":%.3f,"p99Ms":%.3f,"maxMs":%.3f}\n',
    summary.requests, summary.requests / (summary.duration / 1e6), failed,
    os.clock() * 1e6 / summary.requests,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000))
end
