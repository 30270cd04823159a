using System.Text.Json;
using HousingInventory.Diagnostics;

namespace HousingInventory.Export;

/// <summary>timings.json: seconds by the wall and of the processors, and peak memory, by stage. The only result that may differ between two equal runs.</summary>
internal static class TimingsFile
{
    public static void Write(string path, StageClock clock)
    {
        using FileStream stream = File.Create(path);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        foreach (StageTime time in clock.Times)
        {
            json.WriteStartObject();
            json.WriteString("stage", time.Stage);
            json.WriteNumber("seconds", Math.Round(time.Seconds, 3));
            if (time.CpuSeconds is { } used)
            {
                json.WriteNumber("cpuSeconds", Math.Round(used, 3));
            }

            json.WriteNumber("peakMiB", Math.Round(time.PeakBytes / 1048576.0, 1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
