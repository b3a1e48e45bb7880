using System.Text;
using Assay.Data;
using Assay.Filters;

namespace Assay.Tests.Filters;

public sealed class BadLineTests
{
    private const string Good = "{\"prediction\":\"a\"}\n";
    private const string GoodScored = "{\"prediction\":\"a\",\"scores\":{\"length\":1}}\n";

    public static TheoryData<string, string> Lines => new()
    {
        { "{\"prediction\":x}", "column 15: not valid JSON: 'x' is an invalid start of a value" },
        { "{\"é\":x}", "column 6: not valid JSON: 'x' is an invalid start of a value" },
        { "{\"prediction\":\"a\"", "column 18: not valid JSON: Expected depth to be zero at the end of the JSON payload" },
        { "{\"prediction\":\"a\"} {}", "column 20: not valid JSON: '{' is invalid after a single JSON value" },
        { "hello", "column 1: not valid JSON: 'h' is an invalid start of a value" },
        { "[1]", "a list where an object is expected" },
        { "7", "a number where an object is expected" },
        { "null", "null where an object is expected" },
        { "{\"prediction\":\"abc\u0001\"}", "byte 19: not UTF-8 (0xE9)" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task The_good_lines_before_a_bad_one_are_written_then_it_is_named(string line, string what)
    {
        var (output, error) = await FilterRun.FailureAsync(Bytes($"{Good}\n{Good}{line}\n{Good}"), new ScoreFilterOptions { Name = "answers.jsonl" });

        output.ShouldBe(GoodScored + GoodScored);
        var separator = what.StartsWith("column", StringComparison.Ordinal) || what.StartsWith("byte", StringComparison.Ordinal) ? "," : ":";
        error.ShouldBe($"answers.jsonl, line 4{separator} {what}; correct it, or give --keep-going for an error record in its place");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Keeping_going_puts_an_error_record_in_its_place(string line, string what)
    {
        var output = await FilterRun.OutputAsync(Bytes($"{Good}{line}\n{Good}"), new ScoreFilterOptions { KeepGoing = true }, [new TextLength()]);

        output.ShouldBe($"{GoodScored}{{\"error\":\"{what}\",\"line\":2}}\n{GoodScored}");
    }

    [Fact]
    public async Task A_bad_line_far_in_keeps_all_lines_before_it()
    {
        var input = new StringBuilder();
        for (var i = 0; i < 30_000; i++)
        {
            input.Append(Good);
        }

        var (output, error) = await FilterRun.FailureAsync(Bytes(input + "?broken\n" + input));

        output.Length.ShouldBe(30_000 * GoodScored.Length);
        error.ShouldStartWith("standard input, line 30001, column 1: ");
    }

    [Fact]
    public async Task A_line_over_the_limit_is_named_and_what_follows_it_is_not_lost()
    {
        var tooLong = new byte[RowLimit.Bytes + 200_000];
        Array.Fill(tooLong, (byte)'x');
        byte[] input = [.. Bytes(Good), .. tooLong, (byte)'\n', .. Bytes(Good), .. Bytes("[1]")];

        (await FilterRun.OutputAsync(input, new ScoreFilterOptions { KeepGoing = true }, [new TextLength()]))
            .ShouldBe($"{GoodScored}{{\"error\":\"longer than 64 MB\",\"line\":2}}\n{GoodScored}{{\"error\":\"a list where an object is expected\",\"line\":4}}\n");
        (await FilterRun.FailureAsync(input)).ShouldBe((GoodScored, "standard input, line 2: longer than 64 MB; correct it, or give --keep-going for an error record in its place"));
    }

    /// <summary>UTF-8, but for the character 1, which becomes a byte of Latin-1.</summary>
    private static byte[] Bytes(string text) => [.. Encoding.UTF8.GetBytes(text).Select(one => one == 1 ? (byte)0xE9 : one)];
}
