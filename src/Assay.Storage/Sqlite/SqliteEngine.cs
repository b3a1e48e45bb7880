using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// Which SQLite runs. The operating system's library is kept patched, the bundled one is of 2021: on Linux the first is taken when it is
/// new enough. Decided once per process, before the first connection.
/// </summary>
internal static class SqliteEngine
{
    private const string SystemLibrary = "libsqlite3.so.0";
    private const int OldestUsable = 3_035_000; // RETURNING
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>The library: <c>libsqlite3.so.0</c> of the system or the bundled <c>e_sqlite3</c>.</summary>
    public static string Library => Loaded.Value;

    /// <summary>The version, such as <c>3.40.1</c>.</summary>
    public static string Version
    {
        get
        {
            _ = Loaded.Value;
            return raw.sqlite3_libversion().utf8_to_string();
        }
    }

    private static string Load()
    {
        var system = OperatingSystem.IsLinux() ? FindSystemLibrary() : 0;
        if (system != 0)
        {
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == "e_sqlite3" ? system : 0);
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return system != 0 ? SystemLibrary : "e_sqlite3 (bundled)";
    }

    private static unsafe nint FindSystemLibrary()
    {
        if (!NativeLibrary.TryLoad(SystemLibrary, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out var library))
        {
            return 0;
        }

        var usable = NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
            && ((delegate* unmanaged[Cdecl]<int>)version)() >= OldestUsable
            && NativeLibrary.TryGetExport(library, "sqlite3_threadsafe", out var threadSafe)
            && ((delegate* unmanaged[Cdecl]<int>)threadSafe)() != 0;
        if (usable)
        {
            return library;
        }

        NativeLibrary.Free(library);
        return 0;
    }
}
