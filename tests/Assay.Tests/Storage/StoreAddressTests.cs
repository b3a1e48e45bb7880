using Assay.Storage;

namespace Assay.Tests.Storage;

/// <summary>How the address of a store is read.</summary>
public sealed class StoreAddressTests
{
    [Theory]
    [InlineData("lab.db", "lab.db")]
    [InlineData("sqlite:///lab.db", "lab.db")]
    [InlineData("sqlite:////data/lab.db", "/data/lab.db")]
    [InlineData("file:///data/lab%20x.db", "/data/lab x.db")]
    public void A_file_may_be_named_in_several_ways(string text, string path)
    {
        var address = StoreAddress.Parse(text);
        address.IsPostgres.ShouldBeFalse();
        address.Path.ShouldBe(path);
        address.ToString().ShouldBe(path);
    }

    [Theory]
    [InlineData("postgresql://ana:pw@db.example.org:6543/lab", "postgresql://db.example.org:6543/lab")]
    [InlineData("postgres://ana:p%40%2Fw@db/lab?sslmode=verify-full", "postgresql://db:5432/lab")]
    [InlineData("postgres://ana:p:w@db/lab?schema=team%20a", "postgresql://db:5432/lab?schema=team%20a")]
    [InlineData("postgres://ana:p:w@db/lab?search_path=team", "postgresql://db:5432/lab?schema=team")]
    [InlineData("postgresql://ana@[::1]:1/lab", "postgresql://[::1]:1/lab")]
    [InlineData("postgresql:///lab?host=/run/postgresql&user=ana&password=pw", "postgresql://:5432/lab?host=%2Frun%2Fpostgresql")]
    [InlineData("postgresql://ana:pw@db", "postgresql://db:5432/ana")]
    public void A_database_is_shown_without_name_and_password(string url, string shown)
    {
        var address = StoreAddress.Parse(url);
        address.IsPostgres.ShouldBeTrue();
        address.ToString().ShouldBe(shown);
    }

    [Theory]
    [InlineData("postgresql://db:5432", "names no database: postgresql://user:password@host:port/DATABASE")]
    [InlineData("postgresql://ana:se/cret@db/lab", "has an '@' behind the host: in a password, '/' is written %2F, '?' %3F and '@' %40")]
    [InlineData("postgresql://ana:se?cret=1@db/lab", "has an '@' behind the host: in a password, '/' is written %2F, '?' %3F and '@' %40")]
    [InlineData("postgresql://ana:x@db:secret/lab", "has a port that is no number from 1 to 65535")]
    [InlineData("postgresql://ana:x@db:70000/lab", "has a port that is no number from 1 to 65535")]
    [InlineData("postgresql://ana:x@a,b/lab", "names several hosts: name the one that writes")]
    [InlineData("postgresql://ana:x@db/lab?sslmode=on", "has sslmode=on: it may be disable, allow, prefer, require, verify-ca or verify-full")]
    public void A_url_that_cannot_be_one_is_refused_without_repeating_it(string url, string fault)
    {
        var message = Should.Throw<BadInputException>(() => StoreAddress.Parse(url)).Message;
        message.ShouldBe($"The PostgreSQL URL {fault}.");
        message.ShouldNotContain("cret=");
    }

    [Fact]
    public void An_unknown_parameter_is_named_with_those_that_are_known() =>
        Should.Throw<BadInputException>(() => StoreAddress.Parse("postgres://ana@db/lab?sslmod=require")).Message
            .ShouldStartWith("The PostgreSQL URL has an unknown parameter 'sslmod'. Known are host, port, user, password, dbname, schema, sslmode, ");

    [Theory]
    [InlineData("mysql://db/lab")]
    [InlineData("databricks")]
    [InlineData("file:lab.db")]
    public void What_MLflow_would_understand_otherwise_makes_no_file_of_that_name(string text) =>
        Should.Throw<BadInputException>(() => StoreAddress.Parse(text)).Message.ShouldContain("is not a store that this version can open; give a file, such as assay.db");
}
