using System.Text.RegularExpressions;
using Assay.Storage.Postgres;
using Assay.Storage.Search;
using Assay.Storage.Sql;
using Assay.Storage.Sqlite;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Tests.Filters.Language;

public sealed partial class SearchSqlTests
{
    public static TheoryData<string> Dialects => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Compile_every_case_of_the_table_is_a_statement_whose_parameters_are_numbered(string dialect)
    {
        foreach (var one in FilterCase.All("runs", "experiments").Where(one => one.Refusal is null))
        {
            var (sql, arguments, _) = SearchSql.Compile(Request(one), Of(dialect));
            Parameter().Matches(sql).Select(match => int.Parse(match.Value[1..])).Distinct().Order()
                .ShouldBe(Enumerable.Range(1, arguments.Length), one.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Compile_nothing_that_is_written_in_a_filter_is_in_the_statement(string dialect)
    {
        const string Hostile = "zzz') OR 1=1; DROP TABLE runs --";
        foreach (var filter in (string[])[$"params.`{Hostile}` = 'a'", $"tags.a = \"{Hostile}\"", $"tags.a LIKE \"{Hostile}\"", $"tags.a ILIKE \"{Hostile}é\"",
            $"status = \"{Hostile}\"", $"run_name != \"{Hostile}\"", $"run_id IN (\"{Hostile}\")", $"dataset.name = \"{Hostile}\""])
        {
            var query = new RunQuery { ExperimentIds = ["0"], Filter = filter, OrderBy = [$"metrics.`{Hostile}`", $"tags.\"{Hostile}\" DESC"] };
            SearchSql.Compile(RunSearch.Of(query), Of(dialect)).Sql.ShouldNotContain("zzz");
        }
    }

    private static SearchRequest Request(FilterCase one) => one.Entity == "runs"
        ? RunSearch.Of(new RunQuery { ExperimentIds = ["0"], Filter = one.Filter, OrderBy = one.OrderBy })
        : ExperimentSearch.Of(new ExperimentQuery { Filter = one.Filter, OrderBy = one.OrderBy });

    private static SqlDialect Of(string dialect) => dialect == "SQLite" ? SqliteDialect.Instance : new PostgresDialect("\"und-x-icu\"");

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Parameter();
}
