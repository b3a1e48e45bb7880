using Microsoft.AspNetCore.Http;

namespace Assay.Web.Visits;

/// <summary>Pages that anyone who reaches them may use: over a store of one's own.</summary>
public sealed class Anyone : IVisitors
{
    /// <inheritdoc/>
    public ValueTask<Visitor?> FindAsync(HttpContext context) => new(Visitor.Anyone);
}
