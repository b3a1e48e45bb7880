namespace Assay.Data.Hub;

/// <summary>The row service has another revision of a data set than the one that is read.</summary>
internal sealed class HubRevisionException(string revision) : Exception($"The row service has the revision {revision}.")
{
    public string Revision => revision;
}
