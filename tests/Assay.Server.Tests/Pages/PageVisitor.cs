using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Assay.Server.Tests.Pages;

/// <summary>A browser without script: keeps cookies, sends forms with the secret that their page holds, follows no redirects by itself.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = true };
    private readonly HttpClient _http;

    public PageVisitor(Uri address) => _http = new HttpClient(_handler) { BaseAddress = address };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public CookieCollection Cookies => _handler.CookieContainer.GetCookies(_http.BaseAddress!);

    public void SetCookie(string name, string value) => _handler.CookieContainer.Add(_http.BaseAddress!, new Cookie(name, value));

    public async Task<PageAnswer> GetAsync(string path, string method = "GET", string accept = "text/html", AuthenticationHeaderValue? credentials = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Accept", accept);
        request.Headers.Authorization = credentials;
        using var response = await _http.SendAsync(request, Cancel);
        return await PageAnswer.ReadAsync(response);
    }

    /// <summary>Sends a form as a page of ours would.</summary>
    public async Task<PageAnswer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var secret = FormSecret().Match((await GetAsync("/no-such-page")).Body).Groups[1].Value;
        secret.ShouldNotBeEmpty();
        return await PostWithoutSecretAsync(path, [.. fields, ("form_token", secret)]);
    }

    public async Task<PageAnswer> PostWithoutSecretAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        using var response = await _http.SendAsync(request, Cancel);
        return await PageAnswer.ReadAsync(response);
    }

    public Task<PageAnswer> SignInAsync(string user, string password, string back = "/", params (string Name, string Value)[] more) =>
        PostAsync("/sign-in", [("user", user), ("password", password), ("return", back), .. more]);

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex FormSecret();
}
