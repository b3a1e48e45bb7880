namespace Assay.Web.Hosting;

/// <summary>Metadata of routes that answer as long as somebody listens: how long they take says nothing.</summary>
internal sealed class StreamMark
{
    public static StreamMark Instance { get; } = new();
}
