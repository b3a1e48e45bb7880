using Assay.Client;
using Assay.Storage;

namespace Assay.Cli.Stores;

/// <summary>Which store a command works on: <c>--tracking-uri</c>, else <c>MLFLOW_TRACKING_URI</c>, else the user's own.</summary>
internal static class StoreLocation
{
    private const string Variable = "MLFLOW_TRACKING_URI";

    /// <summary>Opens the store and creates it when it is new.</summary>
    public static Task<IAssayStore> OpenAsync(string? option, CancellationToken cancellationToken) => OpenAsync(option, mustExist: false, null, cancellationToken);

    /// <summary>Opens a store that is there: reading creates nothing.</summary>
    public static Task<IAssayStore> OpenExistingAsync(string? option, CancellationToken cancellationToken) => OpenAsync(option, mustExist: true, null, cancellationToken);

    /// <summary>The same for somebody who waits for each answer: a server that is away is not asked for a minute, but said to be away.</summary>
    public static Task<IAssayStore> OpenToLookAsync(string? option, CancellationToken cancellationToken) =>
        OpenAsync(option, mustExist: true, new RemoteStoreOptions { MaxRetries = 1, Timeout = TimeSpan.FromSeconds(30) }, cancellationToken);

    /// <summary>Whether the store is there already, as one with a URL is taken to be; throws when its name cannot be one.</summary>
    public static bool IsThere(string? option)
    {
        var (origin, text) = Given(option, "--tracking-uri");
        return IsServer(text) || Parse(origin, text) is var address && (address.IsPostgres || File.Exists(address.Path));
    }

    /// <summary>Throws when the store's name cannot be one; touches no file.</summary>
    public static void Check(string? option) => IsThere(option);

    /// <summary>The address of a store that is no server, and the setting that named it.</summary>
    public static (string Origin, StoreAddress Address) Resolve(string? option, string name = "--tracking-uri")
    {
        var (origin, text) = Given(option, name);
        return (origin, Parse(origin, text));
    }

    /// <summary>Refuses a store that is not there.</summary>
    public static async Task CheckExistsAsync(string origin, StoreAddress address, CancellationToken cancellationToken)
    {
        if (address.IsPostgres
            ? await address.ReadSchemaVersionAsync(cancellationToken).ConfigureAwait(false) is null
            : !File.Exists(address.Path))
        {
            throw new BadInputException(!address.IsPostgres && Directory.Exists(address.Path)
                ? $"{origin}: {address} is a folder, not a store; name the file in it"
                : $"{origin}: no store at {address}; 'assay evaluate' and 'assay demo' make one");
        }
    }

    private static async Task<IAssayStore> OpenAsync(string? option, bool mustExist, RemoteStoreOptions? server, CancellationToken cancellationToken)
    {
        var (origin, text) = Given(option, "--tracking-uri");
        if (IsServer(text))
        {
            return await ServerStore.OpenAsync(text, server, cancellationToken).ConfigureAwait(false);
        }

        var address = Parse(origin, text);
        if (mustExist)
        {
            await CheckExistsAsync(origin, address, cancellationToken).ConfigureAwait(false);
        }

        return await address.OpenAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static (string Origin, string Text) Given(string? option, string name)
    {
        if (!string.IsNullOrEmpty(option))
        {
            return (name, option);
        }

        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? (Variable, variable) : ("the store", EmbeddedStore.DefaultPath);
    }

    private static bool IsServer(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static StoreAddress Parse(string origin, string text)
    {
        try
        {
            return StoreAddress.Parse(text);
        }
        catch (BadInputException error)
        {
            throw new BadInputException($"{origin}: {error.Message}", error);
        }
    }
}
