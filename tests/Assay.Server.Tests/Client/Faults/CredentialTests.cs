using System.Text;
using Assay.Client;

namespace Assay.Server.Tests.Client.Faults;

public sealed class CredentialTests
{
    private const string Secret = "pass:w0rd@";

    [Fact]
    public async Task User_and_password_of_the_URL_are_sent_and_never_shown()
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var proxy = await FaultyProxy.StartAsync(server.Address);
        var url = proxy.Address.Replace("://", $"://ana:{Uri.EscapeDataString(Secret)}@");

        await using var store = await RemoteStore.OpenAsync(url, new() { MaxRetries = 0 });
        proxy.Spoil("experiments/get", Fault.Page(401));
        var error = await Should.ThrowAsync<AssayException>(() => store.Tracking.GetExperimentAsync("0"));

        proxy.Requests[0].Authorization.ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"ana:{Secret}")));
        store.Location.ShouldBe(proxy.Address);
        error.Code.ShouldBe(ErrorCode.Unauthenticated);
        error.ToString().ShouldNotContain("w0rd");
        error.Message.ShouldContain("MLFLOW_TRACKING_TOKEN");
    }

    [Fact]
    public async Task A_token_that_is_given_goes_before_the_URL()
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var proxy = await FaultyProxy.StartAsync(server.Address);

        await using var store = await RemoteStore.OpenAsync(proxy.Address.Replace("://", "://a:b@"), new() { Credentials = Credentials.Token("t0ken") });

        proxy.Requests[0].Authorization.ShouldBe("Bearer t0ken");
        Credentials.Token("t0ken").ToString()!.ShouldNotContain("t0ken");
    }

    [Theory]
    [InlineData("")]
    [InlineData("assay.db")]
    [InlineData("ana:s3cret@host:5000")]
    [InlineData("ana:s3cret@host/?to=http://host")]
    [InlineData("ftp://ana:s3cret@host/")]
    [InlineData("http://ana:s3cret@")]
    [InlineData("http://ana:s3cret@host/?a=b")]
    public async Task What_is_no_URL_of_a_server_is_refused_without_its_secrets(string url)
    {
        var error = await Should.ThrowAsync<BadInputException>(() => RemoteStore.OpenAsync(url));

        error.Message.ShouldNotContain("s3cret");
    }
}
