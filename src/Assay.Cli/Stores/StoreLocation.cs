using Assay.Storage;

namespace Assay.Cli.Stores;

/// <summary>Which store a command works on: <c>--tracking-uri</c>, else <c>MLFLOW_TRACKING_URI</c>, else the user's own.</summary>
internal static class StoreLocation
{
    private const string Variable = "MLFLOW_TRACKING_URI";

    /// <summary>Opens the store and creates it when it is new.</summary>
    public static Task<IAssayStore> OpenAsync(string? option, CancellationToken cancellationToken) => OpenAsync(option, mustExist: false, cancellationToken);

    /// <summary>Opens a store that is there: reading creates nothing.</summary>
    public static Task<IAssayStore> OpenExistingAsync(string? option, CancellationToken cancellationToken) => OpenAsync(option, mustExist: true, cancellationToken);

    /// <summary>Whether the store is there already, as one with an address is taken to be; throws when its name cannot be one.</summary>
    public static bool IsThere(string? option) =>
        Resolve(option).Path is var path && (path.Contains("://", StringComparison.Ordinal) || File.Exists(path));

    /// <summary>Throws when the store's name cannot be one; touches no file.</summary>
    public static void Check(string? option) => Resolve(option);

    private static async Task<IAssayStore> OpenAsync(string? option, bool mustExist, CancellationToken cancellationToken)
    {
        var (origin, path) = Resolve(option);
        if (IsServer(path))
        {
            return await ServerStore.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        }

        if (mustExist && !File.Exists(path))
        {
            throw new BadInputException(Directory.Exists(path)
                ? $"{origin}: {path} is a folder, not a store; name the file in it"
                : $"{origin}: no store at {path}; 'assay evaluate' and 'assay demo' make one");
        }

        return await EmbeddedStore.OpenAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static (string Origin, string Path) Resolve(string? option)
    {
        if (!string.IsNullOrEmpty(option))
        {
            return ("--tracking-uri", ToPath("--tracking-uri", option));
        }

        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable
            ? (Variable, ToPath(Variable, variable))
            : ("the store", EmbeddedStore.DefaultPath);
    }

    private static bool IsServer(string uri) =>
        uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string ToPath(string origin, string uri)
    {
        if (IsServer(uri))
        {
            return uri;
        }

        if (uri.StartsWith("sqlite:///", StringComparison.Ordinal))
        {
            return uri["sqlite:///".Length..];
        }

        if (uri.StartsWith("file://", StringComparison.Ordinal))
        {
            return new Uri(uri).LocalPath;
        }

        if (uri.Contains("://", StringComparison.Ordinal))
        {
            throw new BadInputException($"{origin}: {uri.Split("://")[0]}:// is not a store that this version can open; give a file, such as assay.db, or the URL of a server");
        }

        // Names that MLflow understands otherwise must not become files of that name.
        return uri.StartsWith("file:", StringComparison.Ordinal) || uri is "databricks" or "databricks-uc" || uri.StartsWith("databricks:", StringComparison.Ordinal)
            ? throw new BadInputException($"{origin}: '{uri}' is not a store that this version can open; give a file, such as assay.db, or the URL of a server")
            : uri;
    }
}
