using Assay.Models;

namespace Assay.Tests.Models.Specs;

public sealed class ModelSpecTests
{
    [Theory]
    [InlineData("azure:gpt-35-turbo", ModelProvider.Azure, "gpt-35-turbo", false)]
    [InlineData("OpenAI:gpt-4o", ModelProvider.OpenAI, "gpt-4o", false)]
    [InlineData("openai:llama3:8b", ModelProvider.OpenAI, "llama3:8b", false)]
    [InlineData("openai:completions:davinci-002", ModelProvider.OpenAI, "davinci-002", true)]
    [InlineData("azure:completions:d", ModelProvider.Azure, "d", true)]
    [InlineData("exec:completions:x -y", ModelProvider.Exec, "completions:x -y", false)]
    [InlineData("local:stories260K", ModelProvider.Local, "stories260K", false)]
    [InlineData("replay:a/b.jsonl", ModelProvider.Replay, "a/b.jsonl", false)]
    public void Parse_OfEachForm(string text, ModelProvider provider, string target, bool completions)
    {
        var spec = ModelSpec.Parse(text);

        spec.ShouldBe(new ModelSpec(provider, target) { Completions = completions });
        spec.Name.ShouldBe(text, StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData("opnai:gpt-4o", "model 'opnai:gpt-4o' has an unknown provider 'opnai': did you mean openai:? a model is named PROVIDER:NAME, with one of the providers azure, openai, local, exec, replay")]
    [InlineData("huggingface:x", "model 'huggingface:x' has an unknown provider 'huggingface'; a model is named PROVIDER:NAME, with one of the providers azure, openai, local, exec, replay")]
    [InlineData("gpt-4o", "model 'gpt-4o' names no provider; a model is named PROVIDER:NAME, with one of the providers azure, openai, local, exec, replay, as in openai:gpt-4o")]
    [InlineData("azure", "model 'azure' lacks a deployment, as in azure:gpt-35-turbo")]
    [InlineData("azure: ", "model 'azure:' lacks a deployment, as in azure:gpt-35-turbo")]
    [InlineData("openai:completions:", "model 'openai:completions:' lacks a model, as in openai:gpt-4o-mini")]
    [InlineData("replay:", "model 'replay:' lacks a file, as in replay:calls.jsonl")]
    public void Parse_OfNoModel_SaysWhatToWrite(string text, string message) =>
        Should.Throw<BadInputException>(() => ModelSpec.Parse(text)).Message.ShouldBe(message);

    [Fact]
    public void Name_OfACommandWithASecret_HidesIt()
    {
        var spec = ModelSpec.Parse("exec:OPENAI_API_KEY=sk-123 MODE=fast TOKEN='a b' python model.py");

        spec.Name.ShouldBe("exec:OPENAI_API_KEY=*** MODE=fast TOKEN=*** python model.py");
        spec.Target.ShouldContain("sk-123");
    }

    [Theory]
    [InlineData("seed=42", "seed", "42")]
    [InlineData("effort=low", "effort", "\"low\"")]
    [InlineData("stop=[\"a\"]", "stop", "[\"a\"]")]
    [InlineData("user=a=b", "user", "\"a=b\"")]
    [InlineData("empty=", "empty", "\"\"")]
    public void CallParameter_IsJsonOrText(string text, string name, string json)
    {
        var (parsed, value) = CallParameter.Parse(text);

        parsed.ShouldBe(name);
        value.GetRawText().ShouldBe(json);
    }

    [Theory]
    [InlineData("seed", "parameter 'seed' is not NAME=VALUE, as in seed=42")]
    [InlineData("=1", "parameter '=1' is not NAME=VALUE, as in seed=42")]
    [InlineData("stream=true", "parameter 'stream' cannot be set: the evaluation fills it (messages come from the prompt, answers are read whole)")]
    public void CallParameter_ThatIsNone_SaysWhy(string text, string message) =>
        Should.Throw<BadInputException>(() => CallParameter.Parse(text)).Message.ShouldBe(message);
}
