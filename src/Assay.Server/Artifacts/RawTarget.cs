using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Assay.Server.Artifacts;

/// <summary>
/// The path of a request as it came over the wire. What the web host makes of it cannot tell <c>%2F</c> from <c>%252F</c>, and has taken
/// <c>..</c> out of it: names would not come back as they went, and a path that climbs would pass for another that does not.
/// </summary>
internal static class RawTarget
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What follows a number of parts of the path, decoded once.</summary>
    public static string After(HttpRequest request, int parts)
    {
        var path = PathOf(request);
        for (var i = 0; i < parts; i++)
        {
            var slash = path.IndexOf('/', 1);
            path = slash < 0 ? "/" : path[slash..];
        }

        return Decode(path[1..]);
    }

    /// <summary>A folder's path: it may be written with a slash at its end, but not with two.</summary>
    public static string Folder(string? path) => path is null ? "" : path.EndsWith('/') ? path[..^1] : path;

    /// <summary>Whether a part of the path, decoded, is <c>.</c> or <c>..</c>.</summary>
    public static bool Climbs(HttpRequest request)
    {
        var path = PathOf(request);
        if (!path.Contains('.', StringComparison.Ordinal) && !path.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return path.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase).Replace("%2f", "/", StringComparison.OrdinalIgnoreCase)
            .Split('/').Any(part => part is "." or "..");
    }

    /// <summary>The refusal of a path that names nothing.</summary>
    public static AssayException Invalid(string fault) => new(ErrorCode.InvalidParameterValue, $"Invalid path: {fault}");

    private static string PathOf(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOfAny(['?', '#']);
        var path = end < 0 ? target : target[..end];
        if (!path.StartsWith('/'))
        {
            // A proxy's form: http://host/path.
            var authority = path.IndexOf("://", StringComparison.Ordinal);
            var slash = authority < 0 ? -1 : path.IndexOf('/', authority + 3);
            path = slash < 0 ? "/" : path[slash..];
        }

        return path;
    }

    private static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        try
        {
            return Utf8.GetString(DecodeBytes(text));
        }
        catch (DecoderFallbackException)
        {
            throw Invalid("it is no valid UTF-8");
        }
    }

    private static ReadOnlySpan<byte> DecodeBytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '%')
            {
                bytes[length++] = bytes[i];
            }
            else if (i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                bytes[length++] = (byte)((HexDigit(bytes[i + 1]) << 4) | HexDigit(bytes[i + 2]));
                i += 2;
            }
            else
            {
                throw Invalid("a '%' in it is not followed by two digits; a percent sign itself is written %25");
            }
        }

        return bytes.AsSpan(0, length);
    }

    private static int HexDigit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
