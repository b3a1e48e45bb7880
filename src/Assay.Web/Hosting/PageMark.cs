namespace Assay.Web.Hosting;

/// <summary>Metadata of every route that is a page's.</summary>
internal sealed class PageMark
{
    public static PageMark Instance { get; } = new();
}
