using System.Net;

namespace Assay.Data.Hub;

/// <summary>What a service answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="ErrorCode">The service's name for what is wrong (<c>X-Error-Code</c>); null when it gave none.</param>
/// <param name="Revision">The revision of the data set that it speaks of (<c>X-Revision</c>); null when it gave none.</param>
internal sealed record HubReply(HttpStatusCode Status, byte[] Body, string? ErrorCode, string? Revision);
