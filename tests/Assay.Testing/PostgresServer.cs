using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Assay.Tests;

/// <summary>
/// A real PostgreSQL of a test's own: Debian's, in a temporary folder, on a free port, with a password and with flushes to the disk. It ends with
/// this process, however that ends: the shell around it waits for the end of its input.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    // Told to, it stops the server; when its input ends, so did the tests, and the folder goes too.
    private const string Watch = "\"$@\" & server=$!; read -r word; kill -QUIT $server; wait; test \"$word\" || rm -rf \"$0\"";
    private const string Password = "pa:s/s@ wörd";
    private static readonly Lazy<Task<PostgresServer>> Only = new(() => StartAsync());
    private readonly string folder;
    private Process shell = null!;

    private PostgresServer(string folder, int port) => (this.folder, Port) = (folder, port);

    public int Port { get; }

    /// <summary>The server that all tests of this process share.</summary>
    public static Task<PostgresServer> SharedAsync() => Only.Value;

    /// <summary>One more, for a test that ends it.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assay-postgres-").FullName;
        var passwords = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(passwords, Password);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["-R", "postgres:postgres", folder]);
        }

        await RunAsync(Unprivileged(Program("initdb"),
        [
            "-D", Path.Combine(folder, "data"), "-U", "assay", "--pwfile", passwords, "--auth-local=trust", "--auth-host=scram-sha-256",
            "--encoding=UTF8", "--locale=C", "--no-sync",
        ]));
        var server = new PostgresServer(folder, LoopbackPort.Free());
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>The address of a database in it.</summary>
    public string Url(string database, string user = "assay", string password = Password) =>
        string.Create(CultureInfo.InvariantCulture, $"postgresql://{user}:{Uri.EscapeDataString(password)}@127.0.0.1:{Port}/{database}");

    /// <summary>Starts it on the files that are there, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        var command = Unprivileged(Program("postgres"),
        [
            "-D", Path.Combine(folder, "data"), "-p", Port.ToString(CultureInfo.InvariantCulture), "-k", folder, "-c", "listen_addresses=127.0.0.1",
            "-c", "max_connections=300", "-c", "log_min_messages=fatal",
        ]);
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        foreach (var argument in (string[])["-c", Watch, folder, .. command])
        {
            start.ArgumentList.Add(argument);
        }

        shell = Process.Start(start)!;
        await WaitAsync();
    }

    /// <summary>Ends its postmaster as kill -9 does, and waits until the others have seen it and ended too.</summary>
    public async Task KillAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postmaster.pid"));
        using var postmaster = Process.GetProcessById(int.Parse(lines[0], CultureInfo.InvariantCulture));
        postmaster.Kill();
        await StopAsync();
        while (Directory.EnumerateDirectories("/proc").Any(IsOurs))
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Stops it at once, as by a power cut, but in order.</summary>
    public async Task StopAsync()
    {
        await shell.StandardInput.WriteLineAsync("stop");
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    /// <summary>Runs SQL in a database.</summary>
    public async Task RunSqlAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private bool IsOurs(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(folder, StringComparison.Ordinal)
                || new FileInfo(Path.Combine(process, "cwd")).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = Port, Username = "assay", Password = Password, Database = database, Pooling = false,
    }.ConnectionString;

    private async Task WaitAsync()
    {
        for (var deadline = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                await RunSqlAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!shell.HasExited && TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(30);
            }
        }
    }

    /// <summary>A program of the newest PostgreSQL that is installed.</summary>
    private static string Program(string name)
    {
        var places = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return places.Select(place => Path.Combine(place, "bin", name)).Where(File.Exists)
            .OrderBy(path => int.Parse(path.Split('/')[4], CultureInfo.InvariantCulture)).LastOrDefault()
            ?? throw new InvalidOperationException($"PostgreSQL's {name} is not installed: ./test installs it (Debian: postgresql-15).");
    }

    // PostgreSQL refuses to run as root.
    private static string[] Unprivileged(string program, string[] arguments) => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]
        : [program, .. arguments];

    private static Task RunAsync(string[] command) => RunAsync(command[0], command[1..]);

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors}");
        }
    }
}
