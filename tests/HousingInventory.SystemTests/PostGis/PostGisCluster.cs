using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace HousingInventory.SystemTests.PostGis;

/// <summary>
/// A PostgreSQL server of its own with PostGIS, on a free port of the loopback, in a temporary folder; started for the tests that share it and stopped by its own
/// pg_ctl. Root starts it as the user postgres, because the server refuses to run as root. Needs the programs of PostgreSQL and PostGIS on this machine.
/// </summary>
public sealed class PostGisCluster : IDisposable
{
    private const string Template = "housing_template";
    private const string User = "tester";
    private readonly string _bin = FindPrograms();
    private readonly string _folder = Directory.CreateTempSubdirectory("housing-inventory-pg-").FullName;
    private readonly string? _runAs = Environment.UserName == "root" ? "postgres" : null;
    private readonly string _settings;
    private int _databases;

    public PostGisCluster()
        : this(isDurable: false)
    {
    }

    /// <param name="isDurable">As servers are set up: a commit waits for the disk. Without it tests are quicker.</param>
    internal PostGisCluster(bool isDurable)
    {
        _settings = isDurable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        try
        {
            string passwordFile = Path.Combine(_folder, "password");
            File.WriteAllText(passwordFile, Password);
            if (_runAs is not null)
            {
                Start("chown", "-R", _runAs, _folder);
            }

            Run("initdb", "-D", Data, "-A", "scram-sha-256", "--pwfile", passwordFile, "-U", User, "-E", "UTF8", "--no-locale", "--no-sync");
            Port = StartServer();
            Execute("postgres", $"CREATE DATABASE {Template}");
            Execute(Template, "CREATE EXTENSION postgis");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int Port { get; private set; }

    public string Password { get; } = "åter;kom'mer \"inte\" igen";

    /// <summary>The process that the server began with, whose children are those that work.</summary>
    internal int Process => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes an empty database with PostGIS and gives the connection to it.</summary>
    public string CreateDatabase()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"housing_{Interlocked.Increment(ref _databases)}");
        Execute("postgres", $"CREATE DATABASE {name} TEMPLATE {Template}");
        return ConnectionTo(name);
    }

    /// <summary>The connection to a database, be it there or not.</summary>
    public string ConnectionTo(string database, string? password = null) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Database = database, Username = User, Password = password ?? Password, Pooling = false }.ConnectionString;

    /// <summary>Runs statements in a database.</summary>
    public static void ExecuteIn(string connectionString, string sql)
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        using NpgsqlCommand command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Ends the server as a power cut would.</summary>
    public void Kill() => Run("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Starts a killed server, which mends itself from its log; its port may be another.</summary>
    public void StartAgain() => Port = StartServer();

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            Kill();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Execute(string database, string sql) => ExecuteIn(ConnectionTo(database), sql);

    /// <summary>Between finding a port and taking it another program may take it; then the next one is tried.</summary>
    private int StartServer()
    {
        for (int attempt = 1; ; attempt++)
        {
            int port = FreePort();
            string options = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_settings}");
            try
            {
                Run("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "server.log"), "-o", options, "start");
                return port;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Most likely the port; if not, the last attempt says what.
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Run(string program, params string[] arguments)
    {
        string path = Path.Combine(_bin, program);
        if (_runAs is null)
        {
            Start(path, arguments);
        }
        else
        {
            Start("runuser", ["-u", _runAs, "--", path, .. arguments]);
        }
    }

    /// <summary>Runs a program to its end. Its output goes to a file: the server that pg_ctl leaves behind would hold a pipe open.</summary>
    private void Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1 </dev/null", "sh", Path.Combine(_folder, "..", Path.GetFileName(_folder) + ".log"), program, .. arguments])
        {
            WorkingDirectory = _folder,
        };
        using Process process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        string log = Path.Combine(_folder, "..", Path.GetFileName(_folder) + ".log");
        string output = File.ReadAllText(log);
        File.Delete(log);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
        }
    }

    /// <summary>The newest PostgreSQL that has PostGIS: $HOUSING_PG_BIN, else where Debian and its kin put it.</summary>
    private static string FindPrograms()
    {
        if (Environment.GetEnvironmentVariable("HOUSING_PG_BIN") is { Length: > 0 } said)
        {
            return said;
        }

        const string Root = "/usr/lib/postgresql";
        IEnumerable<string> versions = Directory.Exists(Root) ? Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)!) : [];
        string? newest = versions.Where(v => File.Exists($"{Root}/{v}/bin/initdb") && File.Exists($"/usr/share/postgresql/{v}/extension/postgis.control"))
            .MaxBy(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0);
        return newest is null
            ? throw new InvalidOperationException("These tests need PostgreSQL with PostGIS: apt-get install postgresql-postgis postgresql-postgis-scripts, or name its programs in HOUSING_PG_BIN.")
            : $"{Root}/{newest}/bin";
    }
}
