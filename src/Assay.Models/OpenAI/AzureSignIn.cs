using Assay.Formats;
using Azure.Core;

namespace Assay.Models;

/// <summary>Signs in with Azure's identity of this machine or user, at the first call, and again shortly before the token ends.</summary>
/// <param name="create">Makes the credential; called once, at the first call.</param>
/// <param name="host">The service, for errors.</param>
#pragma warning disable CA1001 // A semaphore whose wait handle is not used holds nothing to release, and the service's key has no end of its own.
internal sealed class AzureSignIn(Func<TokenCredential> create, string host)
#pragma warning restore CA1001
{
    private static readonly TokenRequestContext Scope = new(["https://cognitiveservices.azure.com/.default"]);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lazy<TokenCredential> _credential = new(create);
    private readonly SemaphoreSlim _gate = new(1);
    private AccessToken _token;

    public async ValueTask<KeyHeader?> HeaderAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token.ExpiresOn <= TimeProvider.System.GetUtcNow() + Margin)
            {
                _token = await _credential.Value.GetTokenAsync(Scope, cancellationToken).ConfigureAwait(false);
            }

            return new KeyHeader("Authorization", "Bearer " + _token.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.Unauthorized,
                $"{host}: no key in {ModelEnvironment.AzureKey}, and signing in with Azure failed ({OneLine.Of(exception.Message)}); "
                + $"set {ModelEnvironment.AzureKey}, or sign in (az login)",
                exception);
        }
        finally
        {
            _gate.Release();
        }
    }
}
