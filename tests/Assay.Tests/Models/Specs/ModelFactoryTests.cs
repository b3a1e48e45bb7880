using Assay.Models;

namespace Assay.Tests.Models.Specs;

public sealed class ModelFactoryTests
{
    [Fact]
    public void OpenAI_WithoutKey_IsUnauthorized_AndNamesTheVariable()
    {
        var failure = Should.Throw<ModelException>(() => Create("openai:gpt-4o"));

        failure.Failure.ShouldBe(ModelFailure.Unauthorized);
        failure.Message.ShouldBe("api.openai.com needs a key: set OPENAI_API_KEY (or OPENAI_BASE_URL for a service that needs none)");
    }

    [Fact]
    public void Azure_WithoutEndpoint_NamesTheVariable() =>
        Should.Throw<BadInputException>(() => Create("azure:gpt", ("AZURE_OPENAI_ENDPOINT", "  "))).Message
            .ShouldBe("model 'azure:gpt' needs the address of the Azure OpenAI resource: set AZURE_OPENAI_ENDPOINT, as in https://NAME.openai.azure.com");

    [Theory]
    [InlineData("localhost:8080")]
    [InlineData("ftp://host/v1")]
    [InlineData("http://user:secret@host/v1")]
    [InlineData("http://host/v1?key=secret")]
    public void MalformedAddress_NamesTheVariable_ButNotTheValue(string address)
    {
        var message = Should.Throw<BadInputException>(() => Create("openai:m", ("OPENAI_BASE_URL", address))).Message;

        message.ShouldStartWith("OPENAI_BASE_URL is not the address of a service");
        message.ShouldNotContain("secret");
    }

    [Fact]
    public void KeyThatNoHeaderCanCarry_IsNamedByItsVariable()
    {
        var message = Should.Throw<BadInputException>(() => Create("openai:m", ("OPENAI_API_KEY", "sk-first\nsk-second"))).Message;

        message.ShouldStartWith("OPENAI_API_KEY holds characters that a key cannot have");
        message.ShouldNotContain("sk-");
    }

    [Fact]
    public void Names_AreThoseThatTheUserGave()
    {
        Create("openai:gpt-4o", ("OPENAI_API_KEY", "sk-loopback-key")).Name.ShouldBe("openai:gpt-4o");
        Create("openai:completions:d", ("OPENAI_API_KEY", "sk-loopback-key")).Name.ShouldBe("openai:completions:d");
        Create("azure:gpt", ("AZURE_OPENAI_ENDPOINT", "https://x.openai.azure.com")).Name.ShouldBe("azure:gpt");
        Create("exec:cat").Name.ShouldBe("exec:cat");
    }

    private static IModel Create(string spec, params (string, string)[] variables) => ModelFactory.Create(ModelSpec.Parse(spec), Ask.Environment(variables));
}
