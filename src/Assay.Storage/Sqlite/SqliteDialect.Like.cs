using System.Text;
using Assay.Filters;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// Patterns. GLOB tells letters' case apart and LIKE ignores that of ASCII letters: they do what is asked for most. What they cannot
/// do goes through functions of ours.
/// </summary>
internal sealed partial class SqliteDialect
{
    private const string LikeFunction = "assay_like";
    private const string LikeIgnoringCaseFunction = "assay_ilike";
    private const int LongestEnginePattern = 10_000;

    public override string Like(string column, string parameter, string pattern) =>
        IsForEngine(pattern) ? $"{column} GLOB {parameter}" : $"{LikeFunction}({column}, {parameter})";

    public override object LikeValue(string pattern) => IsForEngine(pattern) ? Glob(pattern) : pattern;

    public override string LikeIgnoringCase(string column, string parameter, string pattern) =>
        IsForEngine(pattern) && Ascii.IsValid(pattern) ? $"{column} LIKE {parameter}" : $"{LikeIgnoringCaseFunction}({column}, {parameter})";

    public override string Using(string index) => $" INDEXED BY {index}";

    public override string UsingKey => " NOT INDEXED";

    private static void AnswerLike(sqlite3_context context, object data, sqlite3_value[] arguments) => Answer(context, arguments, ignoreCase: false);

    private static void AnswerLikeIgnoringCase(sqlite3_context context, object data, sqlite3_value[] arguments) =>
        Answer(context, arguments, ignoreCase: true);

    private static void Answer(sqlite3_context context, sqlite3_value[] arguments, bool ignoreCase)
    {
        if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        raw.sqlite3_result_int(context, LikePattern.Matches(Text(arguments[0]), Text(arguments[1]), ignoreCase) ? 1 : 0);
    }

    // NUL ends a pattern of the engine's, and a long one is refused by it.
    private static bool IsForEngine(string pattern) => pattern.Length <= LongestEnginePattern && !pattern.Contains('\0', StringComparison.Ordinal);

    private static string Glob(string pattern)
    {
        var glob = new StringBuilder(pattern.Length + 8);
        foreach (var character in pattern)
        {
            _ = character switch
            {
                '%' => glob.Append('*'),
                '_' => glob.Append('?'),
                '*' or '?' or '[' => glob.Append('[').Append(character).Append(']'),
                _ => glob.Append(character),
            };
        }

        return glob.ToString();
    }
}
