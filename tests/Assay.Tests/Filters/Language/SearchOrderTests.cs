using Assay.Filters;
using Assay.LoggedModels;

namespace Assay.Tests.Filters.Language;

public sealed class SearchOrderTests
{
    [Fact]
    public void Parse_adds_what_decides_between_equals()
    {
        Of(Entities.Runs).ShouldBe("start_time DESC, run_id ASC");
        Of(Entities.Runs, "metrics.a desc").ShouldBe("a DESC, start_time DESC, run_id ASC");
        Of(Entities.Runs, "Created", "attr.run_id DESC").ShouldBe("start_time ASC, run_id DESC");
        Of(Entities.Experiments).ShouldBe("creation_time DESC, experiment_id ASC");
        Of(Entities.Experiments, "name").ShouldBe("name ASC, experiment_id DESC");
        Of(Entities.RegisteredModels).ShouldBe("name ASC");
        Of(Entities.RegisteredModels, "timestamp DESC").ShouldBe("last_updated_timestamp DESC, name ASC");
        Of(Entities.ModelVersions).ShouldBe("last_updated_timestamp DESC, name ASC, version_number DESC");
        Of(Entities.ModelVersions, "version_number").ShouldBe("version_number ASC, name ASC");
    }

    [Fact]
    public void Parse_orderings_of_logged_models_are_records()
    {
        var orders = SearchOrder.Parse([new LoggedModelOrder("metrics.a.b", false, "news", "d"), new LoggedModelOrder("creation_time")], Entities.LoggedModels);
        orders[0].ShouldBe(new Ordering(new(FieldKind.Metric, "a.b"), false) { DatasetName = "news", DatasetDigest = "d" });
        orders.Skip(1).Select(order => order.Field.Key).ShouldBe(["creation_timestamp", "model_id"]);
        Refusal(new LoggedModelOrder("params.a")).ShouldBe("Invalid order by field name: params.a. Only metrics are supported.");
        Refusal(new LoggedModelOrder("foo")).ShouldBe("Invalid order by field name: foo");
        Refusal(new LoggedModelOrder("metrics.a", DatasetDigest: "d")).ShouldBe("`dataset_digest` can only be specified if `dataset_name` is also specified.");
    }

    [Fact]
    public void Parse_is_bounded() => Should
        .Throw<AssayException>(() => SearchOrder.Parse([.. Enumerable.Range(0, 21).Select(i => $"metrics.m{i}")], Entities.Runs))
        .Message.ShouldBe("order_by has 21 clauses. It may have at most 20");

    private static string Of(EntityFields entity, params string[] clauses) =>
        string.Join(", ", SearchOrder.Parse(clauses, entity).Select(order => $"{order.Field.Key} {(order.IsAscending ? "ASC" : "DESC")}"));

    private static string Refusal(LoggedModelOrder order) =>
        Should.Throw<AssayException>(() => SearchOrder.Parse([order], Entities.LoggedModels)).Message;
}
