using Assay.Models;
using Assay.Tests.Loopback;
using Azure.Core;

namespace Assay.Tests.Models.OpenAI;

public sealed class AzureSignInTests
{
    [Fact]
    public async Task WithoutKey_SignsInOnce_AndSendsTheToken()
    {
        await using var server = await ChatServer.StartAsync();
        var credential = new CountingCredential(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1));
        var model = Model(server, credential);

        await model.AskAsync(Ask.User("a"));
        await model.AskAsync(Ask.User("b"));

        server.Calls[1].Headers["Authorization"].ShouldBe("Bearer token-1");
        server.Calls[1].Headers.ShouldNotContainKey("api-key");
        credential.Scopes.ShouldBe(["https://cognitiveservices.azure.com/.default"]);
    }

    [Fact]
    public async Task TokenAboutToEnd_IsRenewed()
    {
        await using var server = await ChatServer.StartAsync();
        var model = Model(server, new CountingCredential(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1)));

        await model.AskAsync(Ask.User("a"));
        await model.AskAsync(Ask.User("b"));

        server.Calls.Select(call => call.Headers["Authorization"]).ShouldBe(["Bearer token-1", "Bearer token-2"]);
    }

    [Theory]
    [InlineData("azure:gpt")]
    [InlineData("azure:completions:gpt")]
    public async Task FailedSignIn_IsUnauthorized_AndNamesTheVariable(string spec)
    {
        await using var server = await ChatServer.StartAsync();
        var model = ModelFactory.Create(ModelSpec.Parse(spec), Environment(server, new FailingCredential()));

        var failure = await model.FailAsync(Ask.User("a"));

        failure.Failure.ShouldBe(ModelFailure.Unauthorized);
        failure.Message.ShouldBe($"{server.Host}: no key in AZURE_OPENAI_API_KEY, and signing in with Azure failed (no identity here); set AZURE_OPENAI_API_KEY, or sign in (az login)");
    }

    [Fact]
    public void TokenOverPlainHttp_IsRefused() =>
        Should.Throw<BadInputException>(() => ModelFactory.Create(ModelSpec.Parse("azure:gpt"), Ask.Environment(("AZURE_OPENAI_ENDPOINT", "http://models.example.org"))))
            .Message.ShouldContain("https://");

    private static IModel Model(ChatServer server, TokenCredential credential) => ModelFactory.Create(ModelSpec.Parse("azure:gpt"), Environment(server, credential));

    private static ModelEnvironment Environment(ChatServer server, TokenCredential credential) =>
        new(name => name == "AZURE_OPENAI_ENDPOINT" ? server.Address : null) { AzureCredential = credential };

    private sealed class CountingCredential(DateTimeOffset expires) : TokenCredential
    {
        private int tokens;

        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return ValueTask.FromResult(new AccessToken($"token-{++tokens}", expires));
        }
    }

    private sealed class FailingCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("no identity here");
    }
}
