using System.Text;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Access;

/// <summary>What a caller gives to be known by. No record: one would print the secret.</summary>
/// <param name="user">The user's name; null beside a bearer token, which says itself whose it is.</param>
/// <param name="secret">A password, or an API token.</param>
internal sealed class Credentials(string? user, string secret)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public string? User => user;

    /// <summary>Whether a browser's cookie holds it.</summary>
    public bool IsSession { get; private init; }

    public string Secret => secret;

    /// <summary>Whether the secret is to be looked up as a token. A password never has that form.</summary>
    public bool IsToken => user is null || secret.StartsWith("assay_", StringComparison.Ordinal);

    /// <summary>Those that a browser holds after signing in.</summary>
    public static Credentials OfSession(string token) => new(null, token) { IsSession = true };

    /// <summary>
    /// Those in the header <c>Authorization</c>, of the schemes <c>Basic</c> and <c>Bearer</c>; null when there are none of that form. As
    /// MLflow's clients send them, name and password are UTF-8.
    /// </summary>
    public static Credentials? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } text || text.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var space))
        {
            return null;
        }

        var (scheme, value) = (text[..space], text[(space + 1)..].Trim());
        return scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? value.Length == 0 ? null : new(null, value)
            : scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? OfBasic(value)
            : null;
    }

    private static Credentials? OfBasic(string value)
    {
        try
        {
            var text = Utf8.GetString(Convert.FromBase64String(value));
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? null : new(text[..colon], text[(colon + 1)..]);
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
