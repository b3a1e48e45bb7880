namespace Assay.Web.Settings;

/// <summary>Says what the store is: implemented by the host, which knows what it opened.</summary>
public interface IStoreFacts
{
    /// <summary>What is cheap to find out.</summary>
    Task<StoreFacts> ReadAsync(CancellationToken cancellationToken);
}
