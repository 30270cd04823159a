using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>A page that stays open in Chromium, for tests that press keys and count requests. It speaks the browser's own debugging protocol over the loopback.</summary>
public sealed class BrowserPage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly ClientWebSocket _socket = new();
    private readonly Process _browser;
    private readonly List<string> _requests = [];
    private int _sent;

    /// <summary>Opens a page in a window of some size.</summary>
    /// <param name="page">Its path.</param>
    /// <param name="width">Of the window, pixels.</param>
    /// <param name="height">Of the window, pixels.</param>
    /// <param name="hash">What stands behind the page in the address bar, "#" first; "" for nothing.</param>
    public BrowserPage(string page, int width = 1280, int height = 900, string hash = "")
    {
        _browser = Tool.Start("chromium",
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run", "--remote-debugging-port=0",
            "--user-data-dir=" + _folder.File("profile"), string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"), "about:blank",
        ]);
        string port = Wait(() => File.Exists(_folder.File("profile/DevToolsActivePort")) && File.ReadAllLines(_folder.File("profile/DevToolsActivePort")) is [{ Length: > 0 } first, ..] ? first : null);
        using HttpClient http = new();
        JsonNode target = Wait(() => JsonNode.Parse(http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list")).GetAwaiter().GetResult())!.AsArray()
            .FirstOrDefault(t => t!["type"]!.GetValue<string>() == "page"));
        using CancellationTokenSource patience = new(Patience);
        _socket.ConnectAsync(new Uri(target["webSocketDebuggerUrl"]!.GetValue<string>()), patience.Token).GetAwaiter().GetResult();
        Send("Network.enable");
        Send("Page.enable");
        Send("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        Send("Page.navigate", new JsonObject { ["url"] = new Uri(page).AbsoluteUri + hash });
        Wait(() => Ask("document.readyState").GetValue<string>() == "complete" ? "yes" : null);
    }

    /// <summary>Addresses that were asked for so far, the page itself first.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>The value of an expression in the page; a promise is waited for.</summary>
    public JsonNode Ask(string expression)
    {
        JsonNode answer = Send("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"]!;
    }

    /// <summary>The rules of WCAG 2.2 A and AA, and good practice, that the page breaks as it stands, as axe-core finds them; one line each.</summary>
    public IReadOnlyList<string> Violations()
    {
        Ask(File.ReadAllText(Path.Combine(NpmPackages.Folder, "node_modules", "axe-core", "axe.min.js")) + ";1");
        JsonNode found = Ask("""
            axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})
            .then(r=>({passed:r.passes.length,broken:r.violations.map(v=>v.id+': '+v.nodes.length+' x, '+v.nodes[0].html.slice(0,150))}))
            """);
        Assert.True(found["passed"]!.GetValue<int>() > 10, found.ToJsonString());
        return [.. found["broken"]!.AsArray().Select(v => v!.GetValue<string>())];
    }

    /// <summary>Presses and releases a key, as a hand does.</summary>
    /// <param name="key">Enter, Tab, Escape, ArrowDown, a letter or digit ...</param>
    public void Press(string key)
    {
        int code = key switch { "Enter" => 13, "Tab" => 9, "Escape" => 27, " " => 32, "ArrowLeft" => 37, "ArrowUp" => 38, "ArrowRight" => 39, "ArrowDown" => 40, _ => char.ToUpperInvariant(key[0]) };
        string? text = key == "Enter" ? "\r" : key.Length == 1 ? key : null;
        foreach (string type in (string[])["keyDown", "keyUp"])
        {
            JsonObject press = new() { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
            if (type == "keyDown" && text is not null)
            {
                press["text"] = text;
            }

            Send("Input.dispatchKeyEvent", press);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _browser.Kill(entireProcessTree: true);
        _browser.WaitForExit();
        _browser.Dispose();
        _folder.Dispose();
    }

    private JsonNode Send(string method, JsonObject? parameters = null)
    {
        int id = ++_sent;
        using CancellationTokenSource patience = new(Patience);
        string message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] }.ToJsonString();
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, patience.Token).GetAwaiter().GetResult();
        while (true)
        {
            JsonNode answer = Receive(patience.Token);
            if (answer["method"]?.GetValue<string>() == "Network.requestWillBeSent")
            {
                _requests.Add(answer["params"]!["request"]!["url"]!.GetValue<string>());
            }
            else if (answer["id"]?.GetValue<int>() == id)
            {
                Assert.True(answer["error"] is null, answer.ToJsonString());
                return answer["result"]!;
            }
        }
    }

    private JsonNode Receive(CancellationToken stop)
    {
        using MemoryStream message = new();
        byte[] buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = _socket.ReceiveAsync(buffer, stop).GetAwaiter().GetResult();
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }

    private static T Wait<T>(Func<T?> look)
        where T : class
    {
        long until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            Assert.True(Environment.TickCount64 < until, "Chromium did not answer.");
            Thread.Sleep(50);
        }
    }
}
