using System.Text.Json;
using Assay.Models;
using Assay.Tests.Data;

namespace Assay.Tests.Prompts;

public sealed class PromptBuilderTests
{
    [Fact]
    public async Task Without_a_prompt_rows_send_their_inputs()
    {
        var messages = await MessagesAsync("""{"inputs":"What is MLflow?"}""");

        messages.ShouldBe([new Message("user", "What is MLflow?")]);
    }

    [Fact]
    public async Task System_and_prompt_are_templates()
    {
        var messages = await MessagesAsync("""{"inputs":"Spark?","tongue":"French"}""", "Answer in {{tongue}}.", "Q: {{inputs}}");

        messages.ShouldBe([new Message("system", "Answer in French."), new Message("user", "Q: Spark?")]);
    }

    [Fact]
    public async Task Rows_with_messages_send_those_behind_the_system_message()
    {
        var messages = await MessagesAsync(
            """{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[]},{"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":"u"}}]}]}""",
            "Be brief.");

        messages.Select(message => (message.Role, message.Content)).ShouldBe([("system", "Be brief."), ("user", "Hi"), ("assistant", null), ("user", "Look")]);
        messages.Select(message => message.Raw?.GetRawText()).ShouldBe(
        [
            null,
            null,
            """{"role":"assistant","content":null,"tool_calls":[]}""",
            """{"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":"u"}}]}""",
        ]);
    }

    [Fact]
    public async Task Messages_may_be_json_in_a_text() =>
        (await MessagesAsync(JsonSerializer.Serialize(new { messages = """[{"role":"user","content":"Hi"}]""" }))).ShouldBe([new Message("user", "Hi")]);

    [Theory]
    [InlineData("\"hello\"", "messages: not JSON ('h' is an invalid start of a value)")]
    [InlineData("null", "messages: there are none")]
    [InlineData("[]", "messages: not a list of messages")]
    [InlineData("{\"role\":\"user\"}", "messages: not a list of messages")]
    [InlineData("[{\"role\":\"user\",\"content\":\"a\"},7]", "messages[1]: not an object")]
    [InlineData("[{\"content\":\"a\"}]", "messages[0]: there is no \"role\"")]
    [InlineData("[{\"role\":\"human\",\"content\":\"a\"}]", "messages[0]: the role \"human\" is none of system, developer, user, assistant, tool, function")]
    [InlineData("[{\"role\":\"user\"}]", "messages[0]: there is no \"content\"")]
    [InlineData("[{\"role\":\"user\",\"content\":1}]", "messages[0]: \"content\" is neither a text nor a list of parts")]
    [InlineData("[{\"role\":\"user\",\"content\":[\"a\"]}]", "messages[0]: a part of \"content\" has no \"type\"")]
    public async Task Bad_messages_name_the_row(string messages, string what)
    {
        var error = await Should.ThrowAsync<BadInputException>(() => MessagesAsync($"{{\"id\":\"q7\",\"messages\":{messages}}}"));

        error.Message.ShouldBe($"row 1 (id q7), {what}; write [{{\"role\": \"user\", \"content\": \"…\"}}]");
    }

    [Fact]
    public async Task Without_inputs_messages_or_a_prompt_there_is_nothing_to_send()
    {
        var error = await Should.ThrowAsync<BadInputException>(() => MessagesAsync("""{"id":1,"input":"x"}"""));

        error.Message.ShouldBe("prompt: data has no column \"inputs\"; it has id, input; did you mean \"input\"?");
    }

    [Fact]
    public async Task A_request_knows_its_row()
    {
        var dataset = Dataset.Of(new { inputs = "Why?" });
        var builder = PromptBuilder.Create(await dataset.ProfileAsync(), dataset.Name);
        var row = (await dataset.RowsAsync()).Single();

        var request = builder.Request(row, new CallParameters { MaxTokens = 5 }, repeat: 2);

        (request.Prompt, request.RowId, request.Repeat, request.Parameters.MaxTokens, request.RowFields).ShouldBe(("Why?", row.Id, 2, 5, """{"inputs":"Why?"}"""));
    }

    private static async Task<IReadOnlyList<Message>> MessagesAsync(string json, string? system = null, string? prompt = null)
    {
        var byId = json.Contains("\"id\"", StringComparison.Ordinal) ? new DatasetOptions { IdColumn = "id" } : null;
        var dataset = DatasetReading.OfText(json, options: byId);
        var builder = PromptBuilder.Create(await dataset.ProfileAsync(), "data", system, prompt);
        return builder.Messages((await dataset.RowsAsync()).Single());
    }
}
