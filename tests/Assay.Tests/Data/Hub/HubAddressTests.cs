using Assay.Data.Hub;

namespace Assay.Tests.Data.Hub;

public sealed class HubAddressTests
{
    [Fact]
    public void An_address_names_data_set_configuration_and_rows()
    {
        var (name, options) = HubAddress.Parse("hf:ibm/duorc:SelfRC?split=test&sample=10&seed=-3&label_names=true");

        name.ShouldBe("ibm/duorc");
        (options.Config, options.Split, options.Sample, options.Seed, options.Head, options.LabelNames).ShouldBe(("SelfRC", "test", 10, -3, null, true));
    }

    [Theory]
    [InlineData("hf:", "hf:: \"\" is no name of a data set; write hf:NAME or hf:OWNER/NAME, such as hf:stanfordnlp/imdb?split=test")]
    [InlineData("hf:../etc", "hf:../etc: \"../etc\" is no name of a data set; write hf:NAME or hf:OWNER/NAME, such as hf:stanfordnlp/imdb?split=test")]
    [InlineData("hf:imdb?spilt=test", "hf:imdb?spilt=test: \"spilt\" is not known here; there are split, config, sample, seed, head, label_names; did you mean \"split\"?")]
    [InlineData("hf:imdb?sample=0", "hf:imdb?sample=0: sample is \"0\"; write a whole number of at least 1")]
    [InlineData("hf:imdb?seed=x", "hf:imdb?seed=x: seed is \"x\"; write a whole number")]
    [InlineData("hf:imdb?split=", "hf:imdb?split=: split has no value; write split=NAME, or leave it away")]
    [InlineData("hf:imdb?head=1&head=2", "hf:imdb?head=1&head=2: head is there twice; give it once")]
    [InlineData("hf:imdb?head=1&sample=2", "hf:imdb?head=1&sample=2: sample and head exclude each other; give one")]
    public void What_cannot_be_understood_is_told(string address, string message) =>
        Should.Throw<BadInputException>(() => Dataset.FromAddress(address)).Message.ShouldBe(message);

    [Theory]
    [InlineData(null, null, "https://huggingface.co/", "https://datasets-server.huggingface.co/")]
    [InlineData("https://mirror.example", null, "https://mirror.example/", "https://mirror.example/")]
    [InlineData("https://huggingface.co", null, "https://huggingface.co/", "https://datasets-server.huggingface.co/")]
    [InlineData("https://mirror.example", "https://rows.example/v1", "https://mirror.example/", "https://rows.example/v1")]
    public void The_row_service_follows_the_hub_unless_it_is_named(string? hub, string? rows, string hubAddress, string rowsAddress)
    {
        var endpoints = HubEndpoints.Of(new HubOptions(), name => name switch { "HF_ENDPOINT" => hub, "HF_DATASETS_SERVER" => rows, _ => null });

        endpoints.Hub.ToString().ShouldBe(hubAddress);
        endpoints.Rows.ToString().ShouldBe(rowsAddress);
    }

    [Theory]
    [InlineData("/own", "/hf", "/xdg", "/own")]
    [InlineData(null, "/hf", "/xdg", "/hf/assay")]
    [InlineData(null, null, "/xdg", "/xdg/assay")]
    public void The_cache_is_where_the_environment_says(string? own, string? hub, string? xdg, string folder) =>
        HubCache.DefaultFolder(name => name switch { "ASSAY_CACHE" => own, "HF_HOME" => hub, "XDG_CACHE_HOME" => xdg, _ => null }).ShouldBe(folder);
}
