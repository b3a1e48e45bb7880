using Assay.LoggedModels;

namespace Assay.Server.LoggedModels;

/// <summary>A logged model whose creator gave its id, so that a request that is sent twice makes one model, as with runs.</summary>
internal static class GivenModel
{
    private const string Prefix = "m-";
    private const int Digits = 32;

    /// <summary>The model of that id in that experiment; null when it is yet to be made.</summary>
    public static async Task<LoggedModel?> FindAsync(
        ILoggedModelStore store, string modelId, string experimentId, CancellationToken cancellationToken)
    {
        if (modelId.Length != Prefix.Length + Digits || !modelId.StartsWith(Prefix, StringComparison.Ordinal)
            || modelId[Prefix.Length..].Any(digit => !char.IsAsciiHexDigitLower(digit)))
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Invalid value \"{modelId}\" for parameter 'model_id' supplied: It must be 'm-' and 32 hexadecimal digits in small letters");
        }

        try
        {
            var model = await store.GetAsync(modelId, cancellationToken).ConfigureAwait(false);
            return model.ExperimentId == experimentId
                ? model
                : throw new AssayException(ErrorCode.ResourceAlreadyExists, $"Logged model with id={modelId} already exists in another experiment");
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }
}
