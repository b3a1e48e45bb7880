namespace Assay.Server.Tests.Pages;

/// <summary>What a page answered.</summary>
internal sealed record PageAnswer(int Status, string Body, string? Location, IReadOnlyDictionary<string, string[]> Headers)
{
    public static async Task<PageAnswer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Location?.OriginalString,
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase));

    public string Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join("; ", values) : "";

    /// <summary>The whole line that sets a cookie.</summary>
    public string SetCookie(string name) =>
        Headers.TryGetValue("Set-Cookie", out var lines) ? lines.SingleOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal)) ?? "" : "";
}
