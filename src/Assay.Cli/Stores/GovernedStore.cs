using Assay.Cli.Commands;
using Assay.Cli.Settings;
using Assay.Storage;

namespace Assay.Cli.Stores;

/// <summary>The store whose users and tokens a command governs: no server is needed, and one that runs sees the change within a second.</summary>
internal static class GovernedStore
{
    private static readonly TimeSpan QueryTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Opens a store that is there.</summary>
    public static async Task<SqlStore> OpenAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var store = Given(settings);
        var path = store?.Text ?? EmbeddedStore.DefaultPath;
        if (!path.Contains("://", StringComparison.Ordinal) && !File.Exists(path))
        {
            throw new BadInputException($"{store?.Origin ?? "the store"}: no store at {path}; 'assay users add' and 'assay serve' make one");
        }

        return await ServedStore.OpenAsync(store, null, QueryTimeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a store, and makes it when it is new.</summary>
    public static Task<SqlStore> OpenOrCreateAsync(SettingBag settings, CancellationToken cancellationToken) =>
        ServedStore.OpenAsync(Given(settings), null, QueryTimeout, cancellationToken);

    /// <summary>As <c>assay serve</c> has it: the option, else the variable.</summary>
    private static SettingValue? Given(SettingBag settings) => settings.Over(SettingVariables.Read([AccessSettings.Store])).Last(AccessSettings.Store.Name);
}
