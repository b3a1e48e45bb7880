using System.Text.Json.Nodes;

namespace Assay.Conformance.Tests.Clients;

/// <summary>The npm package <c>mlflow</c> finds in Assay the server that it was written for.</summary>
public sealed class NpmClientTests(NpmClientSession session) : IClassFixture<NpmClientSession>
{
    private readonly JsonNode answers = session.Answers;

    private string Odd => Text(answers["odd"]);

    [Fact]
    public void An_experiment_is_created_renamed_deleted_and_restored()
    {
        var experiment = answers["experiment"]!;

        Text(experiment["created"]!["experiment"]!["name"]).ShouldBe("from npm");
        Text(experiment["renamed"]!["experiment"]!["name"]).ShouldBe(Odd);
        Text(experiment["deleted"]!["experiment"]!["lifecycle_stage"]).ShouldBe("deleted");
        Text(experiment["restored"]!["experiment"]!["lifecycle_stage"]).ShouldBe("active");
    }

    [Fact]
    public void A_run_holds_all_that_was_logged()
    {
        var info = answers["run"]!["got"]!["run"]!["info"]!;
        var data = answers["run"]!["got"]!["run"]!["data"]!;

        Text(info["status"]).ShouldBe("FINISHED");
        Text(info["user_id"]).ShouldBe("somebody");
        Text(info["run_name"]).ShouldBe(Odd);
        ((long)info["start_time"]!).ShouldBe(1700000000000);
        ((long)info["end_time"]!).ShouldBe(1700000001000);
        Text(answers["run"]!["updated"]!["run_info"]!["run_id"]).ShouldBe(Text(answers["run"]!["id"]));
        Pairs(data["params"]).ShouldBe([("completion_tokens", "41"), ("prompt", Odd)], ignoreOrder: true);
        Pairs(data["metrics"]).ShouldBe([("accuracy", "0.75"), ("broken", "NaN"), ("loss", "0.125")], ignoreOrder: true);
        Pairs(data["tags"]).ShouldBe([("batch", "yes"), ("kept", Odd), ("mlflow.runName", Odd), ("mlflow.user", "somebody")], ignoreOrder: true);
    }

    [Fact]
    public void A_history_has_every_point() =>
        answers["run"]!["history"]!["metrics"]!.AsArray().Select(point => ((long)point!["step"]!, (double)point["value"]!, (long)point["timestamp"]!))
            .ShouldBe([(1, 0.5, 1700000000001), (2, 0.25, 1700000000002), (3, 0.125, 1700000000004)]);

    [Fact]
    public void A_search_filters_orders_and_pages() =>
        answers["search"]!.AsArray().Select(page => string.Join(',', page!.AsArray().Select(Text))).Where(page => page.Length > 0).ShouldBe(["4,3", "2,1"]);

    [Fact]
    public void A_deleted_run_is_in_the_views_that_ask_for_it()
    {
        answers["lifecycle"]!["deleted"]!.ToJsonString().ShouldBe("""{"active":false,"deleted":true,"all":true}""");
        answers["lifecycle"]!["restored"]!.ToJsonString().ShouldBe("""{"active":true,"deleted":false,"all":true}""");
    }

    [Fact]
    public void Files_are_listed_by_folder()
    {
        var artifacts = answers["artifacts"]!;

        artifacts["empty"]!.AsArray().ShouldBeEmpty();
        var folder = artifacts["root"]!.AsArray().Single()!;
        (Text(folder["path"]), (bool)folder["is_dir"]!).ShouldBe(("plots", true));
        var file = artifacts["folder"]!.AsArray().Single()!;
        (Text(file["path"]), (bool)file["is_dir"]!, (long)file["file_size"]!).ShouldBe(("plots/loss.txt", false, 12));
    }

    [Theory]
    [InlineData("missing", 404, "RESOURCE_DOES_NOT_EXIST")]
    [InlineData("changed", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("filter", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("taken", 400, "RESOURCE_ALREADY_EXISTS")]
    public void A_refusal_comes_as_the_client_expects_it(string call, int status, string code)
    {
        var refusal = answers["refusals"]![call].ShouldNotBeNull();

        ((int)refusal["status"]!, Text(refusal["data"]!["error_code"])).ShouldBe((status, code));
    }

    private static IEnumerable<(string Key, string Value)> Pairs(JsonNode? list) =>
        list!.AsArray().Select(pair => (Text(pair!["key"]), pair["value"]!.ToString()));

    private static string Text(JsonNode? node) => (string)node!;
}
