using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Visits;

/// <summary>
/// Proves that a form was sent by a page of ours: the page repeats a secret that the browser keeps in a cookie which other sites can neither read
/// nor set. No server keeps anything, so that any of them may answer, also after a restart. On the page the secret is masked anew each time.
/// </summary>
internal static class FormToken
{
    public const string Field = "form_token";
    private const string Cookie = "assay_form";
    private const int Bytes = 16;

    /// <summary>A token for the forms of a page; gives the browser its secret when it has none.</summary>
    public static string Issue(HttpContext context)
    {
        if (!TryRead(Kept(context), Bytes, out var secret))
        {
            secret = RandomNumberGenerator.GetBytes(Bytes);
            context.Response.Cookies.Append(SiteCookie.Name(context, Cookie), Base64Url.EncodeToString(secret), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/",
            });
        }

        var mask = RandomNumberGenerator.GetBytes(Bytes);
        return Base64Url.EncodeToString([.. mask, .. secret.Zip(mask, (a, b) => (byte)(a ^ b))]);
    }

    /// <summary>Whether a form that was sent holds the browser's secret.</summary>
    public static bool IsValid(HttpContext context, IFormCollection form)
    {
        if (!TryRead(Kept(context), Bytes, out var secret) || !TryRead(form[Field], 2 * Bytes, out var masked))
        {
            return false;
        }

        var shown = masked[Bytes..].Zip(masked[..Bytes], (a, b) => (byte)(a ^ b)).ToArray();
        return CryptographicOperations.FixedTimeEquals(shown, secret);
    }

    /// <summary>What proves to this browser alone that this server wrote a text for it; null when the browser holds no secret.</summary>
    public static string? Seal(HttpContext context, string text) =>
        TryRead(Kept(context), Bytes, out var secret) ? Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes)) : null;

    /// <summary>Whether that is the proof of this text.</summary>
    public static bool IsSealed(HttpContext context, string text, string? seal) =>
        seal is not null && Seal(context, text) is { } real && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(real));

    private static string? Kept(HttpContext context) => context.Request.Cookies[SiteCookie.Name(context, Cookie)];

    private static bool TryRead(string? text, int length, out byte[] bytes)
    {
        bytes = [];
        try
        {
            bytes = text is null ? [] : Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return false;
        }

        return bytes.Length == length;
    }
}
