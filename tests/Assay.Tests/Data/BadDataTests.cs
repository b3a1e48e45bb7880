using System.Text;
using Assay.Data;

namespace Assay.Tests.Data;

/// <summary>What is wrong in a file, and the one line that says so.</summary>
public sealed class BadDataTests
{
    public static TheoryData<string, string> Csv => new()
    {
        { "", "data: the file is empty; write a row at least" },
        { "\n\n", "data: there are no rows; write one at least" },
        { "a,b\n", "data: there are no rows; write one at least" },
        { "a,b\n1,2\n1,2,3\n", "data, line 3: 3 values for 2 columns; put quotes around a value that holds a comma" },
        { "a;b\n1;2;3\n", "data, line 2: 3 values for 2 columns; put quotes around a value that holds a semicolon" },
        { "a,b\n\"1\n\n\",2\n1\n", "data, line 5: 1 value for 2 columns; write every value, an empty one too" },
        { "a,b\n1,2\n\nx,\"open\n1,2\n", "data, line 4: a quote opens here and is never closed; close it, or write a quote inside quotes twice (\"\")" },
        { "a,b\n\"x\ny\",\"open\n", "data, line 3: a quote opens here and is never closed; close it, or write a quote inside quotes twice (\"\")" },
        { "a,b\r\"x\ry\",\"open\r", "data, line 3: a quote opens here and is never closed; close it, or write a quote inside quotes twice (\"\")" },
        { "a,b\n\"say \"hi\"\",2\n", "data, line 2: text follows a closing quote; write a quote inside quotes twice (\"\")" },
        { "a,b,a\n1,2,3\n", "data, line 1: columns 1 and 3 are both named \"a\"; rename one" },
        { ",a\n0,1\n", "data, line 1: column 1 of the header has no name; name it (pandas writes such a column unless told index=False)" },
    };

    public static TheoryData<string, string> JsonLines => new()
    {
        { "{\"a\":1}\n{\"a\":}\n", "data, line 2, column 6: not valid JSON: '}' is an invalid start of a value; correct it" },
        { "{\"a\":1}\n{\"é\":x}\n", "data, line 2, column 6: not valid JSON: 'x' is an invalid start of a value; correct it" },
        { "{\"a\":1}\n\n{\"a\":1", "data, line 3, column 7: not valid JSON: '1' is an invalid end of a number; correct it" },
        { "{\"a\":1}\n\n{\"a\":[1]", "data, line 3, column 9: not valid JSON: Expected depth to be zero at the end of the JSON payload; correct it" },
        { "{\"a\":1} {\"a\":2}\n", "data, line 1, column 9: not valid JSON: '{' is invalid after a single JSON value; correct it" },
        { "{\"a\":1}\n[1]\n", "data, line 2: a list where an object is expected; write each row as {\"column\": value, …}" },
        { "{\"a\":1}\n\"a\"\n", "data, line 2: a text where an object is expected; write each row as {\"column\": value, …}" },
        { "{\"a\":1}\n{\"b\":1,\"a\":2,\"\\u0061\":3}\n", "data, line 2: the field \"a\" is there twice; keep one" },
        { "{\"a\":\"\\ud83d\"}\n", "data, line 1: a text holds half a character (such as \\ud83d without \\ude00); write whole characters" },
        { "{\"a\":[\"\\ud83d\"]}\n", "data, line 1: a text holds half a character (such as \\ud83d without \\ude00); write whole characters" },
    };

    public static TheoryData<string, string> Json => new()
    {
        { "[]", "data: there are no rows; write one at least" },
        { "[\n{\"a\":1},\n{\"a\":x}]", "data, line 3, column 6: not valid JSON: 'x' is an invalid start of a value; correct it" },
        { "[{\"é\":1},{\"a\":x}]", "data, line 1, column 15: not valid JSON: 'x' is an invalid start of a value; correct it" },
        { "[{\"a\":1}\n{\"a\":2}]", "data, line 2, column 1: not valid JSON: '{' instead of a comma or ]; correct it" },
        { "[{\"a\":1},]", "data, line 1, column 10: not valid JSON: ']' is an invalid start of a value; correct it" },
        { "[{\"a\":1},", "data, line 1, column 10: not valid JSON: the end of the file instead of more: the document is not whole; correct it" },
        { "[{\"a\":1}]\n]", "data, line 2, column 1: not valid JSON: ']' instead of the end of the document; correct it" },
        { "[{\"a\":1},2]", "data, line 1: a number where an object is expected; write each row as {\"column\": value, …}" },
        { "[,{\"a\":1}]", "data, line 1, column 2: not valid JSON: ',' is an invalid start of a value; correct it" },
        { "\"text\"", "data, line 1, column 1: not valid JSON: '\"' instead of a list of objects; correct it" },
        { "{\"columns\":[\"a\",\"a\"],\"data\":[[1,2]]}", "data, line 1: the column \"a\" is there twice; rename one" },
        { "{\"columns\":[\"a\",1],\"data\":[[1,2]]}", "data, line 1: column 2 of \"columns\" is not a name; write a text that is not empty" },
        { "{\"columns\":[\"a\",\"b\"],\n\"data\":[[1,2],\n[1]]}", "data, line 3: 1 value for 2 columns; write a value for each, null for none" },
        { "{\"columns\":[\"a\"],\"data\":[{\"a\":1}]}", "data, line 1: an object where a list is expected; write each row of \"data\" as a list of values" },
        { "{\"data\":[[1]],\"columns\":[\"a\"]}", "data, line 1: \"data\" comes before \"columns\"; write \"columns\" first" },
        { "{\"columns\":[\"a\"],\"index\":[],", "data, line 1, column 29: not valid JSON: the end of the file instead of more: the document is not whole; correct it" },
    };

    [Theory]
    [MemberData(nameof(Csv))]
    public async Task Csv_errors_name_the_line(string content, string message) =>
        (await DatasetReading.OfText(content, DataFormat.Csv).ErrorAsync()).ShouldBe(message);

    [Theory]
    [MemberData(nameof(JsonLines))]
    public async Task Json_lines_errors_name_the_line_and_column(string content, string message) =>
        (await DatasetReading.OfText(content, DataFormat.JsonLines).ErrorAsync()).ShouldBe(message);

    [Theory]
    [MemberData(nameof(Json))]
    public async Task Json_errors_name_the_line_and_column(string content, string message) =>
        (await DatasetReading.OfText(content, DataFormat.Json).ErrorAsync()).ShouldBe(message);

    [Theory]
    [InlineData(DataFormat.Csv, "a,b\n1,2\n\"x\ny\",z?\n", "data, line 4, byte 5: not UTF-8 (0xE9); save the file as UTF-8")]
    [InlineData(DataFormat.Csv, "a,?\n1,2\n", "data, line 1, byte 3: not UTF-8 (0xE9); save the file as UTF-8")]
    [InlineData(DataFormat.JsonLines, "{\"a\":\"b\"}\n{\"a\":\"b?\"}\n", "data, line 2, byte 8: not UTF-8 (0xE9); save the file as UTF-8")]
    [InlineData(DataFormat.Json, "[{\"a\":\"é\"}, {\"a\":\n\"b?\"}]", "data, line 2, byte 3: not UTF-8 (0xE9); save the file as UTF-8")]
    [InlineData(DataFormat.Json, "[{\"a\":\"é\"}, {\"a\":\"b?\"}]", "data, line 1, byte 21: not UTF-8 (0xE9); save the file as UTF-8")]
    public async Task Bad_utf8_is_named_by_line_and_byte(DataFormat format, string content, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xE9;

        (await DatasetReading.OfBytes(bytes, format).ErrorAsync()).ShouldBe(message);
    }

    [Fact]
    public async Task Utf16_is_refused_with_what_to_do() =>
        (await DatasetReading.OfBytes([0xFF, 0xFE, (byte)'a', 0, (byte)'\n', 0]).ErrorAsync())
            .ShouldBe("data: the file is UTF-16 or UTF-32, not UTF-8; save it as UTF-8");

    [Fact]
    public async Task A_row_over_the_limit_is_refused_without_reading_on()
    {
        var endless = new byte[RowLimit.Bytes * 2];
        Array.Fill(endless, (byte)'x');
        "a,b\n1,\""u8.CopyTo(endless);

        (await DatasetReading.OfBytes(endless, DataFormat.Csv).ErrorAsync()).ShouldBe("data, line 2: a row of more than 64 MB; look for a quote that is not closed");
        "{\"a\":1}\n{\"b\":\""u8.CopyTo(endless);
        (await DatasetReading.OfBytes(endless).ErrorAsync()).ShouldBe("data, line 2: a row of more than 64 MB; split it, or check that line ends are not missing");
        "[\n\n{\"b\":\"xxxxxxx"u8.CopyTo(endless);
        (await DatasetReading.OfBytes(endless).ErrorAsync()).ShouldBe("data, line 3: a row of more than 64 MB; split it, or check that line ends are not missing");
    }

    [Fact]
    public async Task Gzip_that_is_cut_anywhere_is_an_error()
    {
        var whole = GzipText.Gzip(Encoding.UTF8.GetBytes("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n"));
        for (var length = 2; length < whole.Length; length++)
        {
            (await DatasetReading.OfBytes(whole[..length]).ErrorAsync()).ShouldStartWith("data: broken gzip data (");
        }
    }

    [Fact]
    public async Task Gzip_in_several_members_is_read_to_its_end()
    {
        byte[] members = [.. GzipText.Gzip("a,b\n1,2\n"u8.ToArray()), .. GzipText.Gzip("3,4\n"u8.ToArray())];

        (await DatasetReading.OfBytes(members).JsonAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Json_nested_too_deep_is_an_error_not_a_crash()
    {
        var deep = "{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}";

        (await DatasetReading.OfText(deep).ErrorAsync()).ShouldStartWith("data, line 1, column 69: not valid JSON: The maximum configured depth of 64");
    }
}
