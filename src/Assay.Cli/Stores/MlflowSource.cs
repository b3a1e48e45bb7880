using Assay.Cli.Settings;
using Assay.Client;
using Assay.Import;
using Assay.Import.Mlruns;
using Assay.Import.Stores;

namespace Assay.Cli.Stores;

/// <summary>Where <c>assay import mlflow --from</c> reads: a server by its URL, else a folder.</summary>
internal static class MlflowSource
{
    public static async Task<IImportSource> OpenAsync(SettingValue? from, CancellationToken cancellationToken)
    {
        if (from is not { Text.Length: > 0 } given)
        {
            throw new BadInputException("--from is missing: name an mlruns folder or the URL of a server, such as --from mlruns");
        }

        var text = given.Text;
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return new StoreSource(await RemoteStore.OpenAsync(text, cancellationToken: cancellationToken).ConfigureAwait(false));
        }

        if (text.StartsWith("file:", StringComparison.Ordinal))
        {
            return MlrunsSource.Open(Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri.LocalPath : text["file:".Length..]);
        }

        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new BadInputException(
                $"--from: MLflow's databases are not read; start 'mlflow server --backend-store-uri {text}' and name its URL, such as http://127.0.0.1:5000");
        }

        return MlrunsSource.Open(text);
    }
}
