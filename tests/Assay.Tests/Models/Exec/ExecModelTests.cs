using System.Diagnostics;
using System.Text.Json;
using Assay.Models;

namespace Assay.Tests.Models.Exec;

public sealed class ExecModelTests
{
    // One answer a line, in upper case; sed rewrites {"id":"X","prompt":"Y",…} to {"id":"X","output":"Y"}.
    private const string Echo = """sed -u -E 's/^\{"id":"([^"]*)","prompt":"([^"]*)".*/{"id":"\1","output":"\2!"}/'""";

    [Fact]
    public async Task Program_AnswersCalls()
    {
        await using var model = Model(Echo);

        (await model.AskAsync(Ask.User("one", "a"))).Text.ShouldBe("one!");
        (await model.AskAsync(Ask.User("two", "b"))).Text.ShouldBe("two!");
        model.Name.ShouldBe("exec:" + Echo);
    }

    [Fact]
    public async Task Question_IsOneLine_WithIdPromptAndRow()
    {
        var line = await QuestionAsync(Ask.User("a\nb \u00e9", "r1") with { RowFields = "{\n  \"inputs\": \"a\",\n  \"n\": 1.50\n}" });

        line.ShouldBe("""{"id":"r1","prompt":"a\nb é","row":{"inputs":"a","n":1.50}}""");
    }

    [Fact]
    public async Task Question_WithSystemPromptAndParameters_CarriesThem()
    {
        var line = await QuestionAsync(Ask.User("p", "r1", system: "s") with { Parameters = new CallParameters { Temperature = 0.5 } });

        line.ShouldBe("""{"id":"r1","prompt":"p","row":{},"messages":[{"role":"system","content":"s"},{"role":"user","content":"p"}],"parameters":{"temperature":0.5}}""");
    }

    [Fact]
    public async Task Answers_InAnyOrder_ReachTheirCalls()
    {
        // Reads two lines, then answers the second before the first.
        await using var model = Model("read a; read b; echo '{\"id\":\"b\",\"output\":\"second\"}'; echo '{\"id\":\"a\",\"output\":\"first\"}'; cat >/dev/null");

        var first = model.AskAsync(Ask.User("x", "a"));
        var second = model.AskAsync(Ask.User("x", "b"));

        (await second).Text.ShouldBe("second");
        (await first).Text.ShouldBe("first");
    }

    [Fact]
    public async Task ManyConcurrentCalls_GetTheirOwnAnswers()
    {
        await using var model = Model(Echo);

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(n => model.AskAsync(Ask.User($"q{n}", $"{n}"))));

        answers.Select(answer => answer.Text).ShouldBe(Enumerable.Range(0, 500).Select(n => $"q{n}!"));
    }

    [Fact]
    public async Task SameRowAskedTwiceAtOnce_GetsTwoIds()
    {
        await using var model = Model("read a; read b; printf '%s\\n%s\\n' \"$a\" \"$b\" | sed -E 's/^\\{\"id\":\"([^\"]*)\".*/{\"id\":\"\\1\",\"output\":\"\\1\"}/'; cat >/dev/null");

        var answers = await Task.WhenAll(model.AskAsync(Ask.User("x", "a")), model.AskAsync(Ask.User("x", "a")));

        answers.Select(answer => answer.Text).ShouldBe(["a", "a~2"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("null", null)]
    [InlineData("4", "4")]
    [InlineData("{\"a\":[1, 2]}", "{\"a\":[1, 2]}")]
    public async Task Output_OfEachKind_IsText(string output, string? expected)
    {
        await using var model = Model($"read a; echo '{{\"id\":\"1\",\"output\":{output}}}'; cat >/dev/null");

        (await model.AskAsync(Ask.User("x"))).Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"error\":\"no such city\"}", "no such city")]
    [InlineData("{\"id\":1,\"error\":{\"code\":5}}", "{\"code\":5}")]
    [InlineData("{\"id\":\"1\"}", "the program's line has neither \"output\" nor \"error\"")]
    public async Task ReportedError_FailsItsRowOnly(string line, string said)
    {
        await using var model = Model($"read a; echo '{line}'; read b; echo '{{\"id\":\"2\",\"output\":\"fine\"}}'; cat >/dev/null");

        var failure = await model.FailAsync(Ask.User("x", "1"));

        failure.Failure.ShouldBe(ModelFailure.Rejected);
        failure.WorthRetrying.ShouldBeFalse();
        failure.Message.ShouldEndWith($", row '1': {said}");
        (await model.AskAsync(Ask.User("x", "2"))).Text.ShouldBe("fine");
    }

    [Fact]
    public async Task CommandThatDoesNotExist_IsUnreachable_AndNotTriedAgain()
    {
        await using var model = Model("no-such-program-here 2>/dev/null");

        var failure = await model.FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(ModelFailure.Unreachable);
        failure.WorthRetrying.ShouldBeFalse();
        failure.Message.ShouldEndWith("row '1': no answer: the program ended with exit code 127: the shell found no such command");
        (await model.FailAsync(Ask.User("x", "2"))).Message.ShouldEndWith("row '2': no answer: the program ended with exit code 127: the shell found no such command");
    }

    [Fact]
    public async Task ProgramThatEndsEarly_FailsOpenAndLaterCalls()
    {
        await using var model = Model("read a; echo '{\"id\":\"1\",\"output\":\"fine\"}'; read b; exit 3");

        (await model.AskAsync(Ask.User("x", "1"))).Text.ShouldBe("fine");
        var failure = await model.FailAsync(Ask.User("x", "2"));

        failure.Failure.ShouldBe(ModelFailure.ServiceError);
        failure.WorthRetrying.ShouldBeFalse();
        failure.Message.ShouldEndWith("row '2': no answer: the program ended with exit code 3");
    }

    [Theory]
    [InlineData("loading the model", "the program printed what is no answer: 'loading the model'; print one line of JSON a call")]
    [InlineData("[1]", "the program printed what is no answer: '[1]'")]
    [InlineData("{\"output\":\"x\"}", "the program printed what is no answer")]
    [InlineData("{\"id\":\"9\",\"output\":\"x\"}", "the program answered id '9', which waits for no answer")]
    public async Task WhatIsNotOfTheProtocol_EndsTheProgram(string line, string said)
    {
        await using var model = Model($"read a; echo '{line}'; cat >/dev/null");

        (await model.FailAsync(Ask.User("x"))).Message.ShouldContain(said);
        (await model.FailAsync(Ask.User("x"))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task LateAnswerToAnAbandonedCall_IsIgnored()
    {
        await using var model = Model("read a; read b; echo '{\"id\":\"1\",\"output\":\"late\"}'; echo '{\"id\":\"2\",\"output\":\"fine\"}'; cat >/dev/null");
        using var cancellation = new CancellationTokenSource();

        var abandoned = model.AskAsync(Ask.User("x", "1"), cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => abandoned);

        (await model.AskAsync(Ask.User("x", "2"))).Text.ShouldBe("fine");
    }

    [Fact]
    public async Task Dispose_ClosesInput_SoThatTheProgramEndsByItself()
    {
        using var file = new TemporaryFile();
        await using (var model = Model($"{Echo}; echo done > '{file.Path}'"))
        {
            await model.AskAsync(Ask.User("x"));
        }

        file.Text.ShouldBe("done\n");
    }

    [Fact]
    public async Task Dispose_EndsAProgramThatStays_WithItsChildren()
    {
        int child;
        await using (var model = Model("sleep 600 & read a; echo \"{\\\"id\\\":\\\"1\\\",\\\"output\\\":\\\"$!\\\"}\"; wait"))
        {
            child = int.Parse((await model.AskAsync(Ask.User("x"))).Text!, System.Globalization.CultureInfo.InvariantCulture);
        }

        // A process that was killed ends a moment later.
        for (var left = 1000; left > 0 && IsRunning(child); left--) await Task.Delay(10, TestContext.Current.CancellationToken);
        IsRunning(child).ShouldBeFalse();
    }

    private static ExecModel Model(string command) => (ExecModel)ModelFactory.Create(ModelSpec.Parse("exec:" + command), Ask.Environment());

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }

    // The line that a program gets, which it gives back in a file.
    private static async Task<string> QuestionAsync(ModelRequest request)
    {
        using var file = new TemporaryFile();
        await using (var model = Model($"head -n 1 > '{file.Path}'; echo '{{\"id\":{JsonSerializer.Serialize(request.RowId)},\"output\":\"\"}}'; cat >/dev/null"))
        {
            await model.AskAsync(request);
        }

        return file.Text.TrimEnd('\n');
    }
}
