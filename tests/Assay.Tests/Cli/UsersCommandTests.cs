using Assay.Server.Access;
using Assay.Storage;
using Assay.Storage.Access;

namespace Assay.Tests.Cli;

public sealed class UsersCommandTests : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FirstUser_IsAnAdminWhoCanSignIn()
    {
        var added = await RunAsync(["users", "add", "ana", "--password-stdin", "--store", "lab.db"], Password + "\r\n");

        added.ShouldBe(new(0, $"Added ana, admin, to {_folder["lab.db"]}\n", ""));
        await using var store = await EmbeddedStore.OpenAsync(_folder["lab.db"]);
        var stored = (await store.Access.FindPasswordAsync("ana"))!;
        stored.User.Role.ShouldBe(Role.Admin);
        Passwords.Verify(stored.Hash, Password).ShouldBeTrue();
    }

    [Fact]
    public async Task GeneratedPassword_IsShownOnceAndInJson()
    {
        var added = await RunAsync(["users", "add", "robot", "--generate", "--role", "editor", "--json", "--store", "lab.db"]);

        added.Code.ShouldBe(0);
        added.Json.GetProperty("role").GetString().ShouldBe("editor");
        var password = added.Json.GetProperty("password").GetString()!;
        var listed = await RunAsync(["users", "list", "--json"], null, ("ASSAY_STORE", "lab.db"));
        listed.Json[0].GetProperty("name").GetString().ShouldBe("robot");
        listed.Output.ShouldNotContain("password");
        await using var store = await EmbeddedStore.OpenAsync(_folder["lab.db"]);
        Passwords.Verify((await store.Access.FindPasswordAsync("robot"))!.Hash, password).ShouldBeTrue();
    }

    [Fact]
    public async Task Changes_AreMadeAndSaid()
    {
        await RunAsync(["users", "add", "ana", "--password-stdin", "--store", "lab.db"], Password);

        (await RunAsync(["users", "set-role", "ana", "--role", "reader", "--store", "lab.db"])).Output.ShouldBe("ana is reader\n");
        (await RunAsync(["users", "disable", "ana", "--store", "lab.db"])).Output.ShouldBe("ana is refused\n");
        (await RunAsync(["users", "list", "--store", "lab.db"])).Output.ShouldContain("disabled since");
        (await RunAsync(["users", "enable", "ana", "--json", "--store", "lab.db"])).Json.GetProperty("disabled_time").ValueKind
            .ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await RunAsync(["users", "set-password", "ana", "--password-stdin", "--store", "lab.db"], "another long password")).Code.ShouldBe(0);
        var removed = await RunAsync(["users", "remove", "ana", "--store", "lab.db"]);
        removed.Output.ShouldBe("Removed ana\n");
        removed.Error.ShouldContain("no user is left");
    }

    [Theory]
    [InlineData("there is no terminal to ask for the password at", "users", "add", "ana")]
    [InlineData("--generate: --password-stdin gives a password already", "users", "add", "ana", "--generate", "--password-stdin")]
    [InlineData("--role: no role 'owner'; there are reader, editor and admin", "users", "add", "ana", "--role", "owner")]
    [InlineData("Invalid user name: 'a b'", "users", "add", "a b", "--generate")]
    [InlineData("assay users: unknown command 'ad'; did you mean \"add\"?", "users", "ad", "ana")]
    [InlineData("assay users add: unknown option --rol", "users", "add", "ana", "--rol", "x")]
    [InlineData("--user is missing", "tokens", "create", "--name", "x")]
    [InlineData("--name is missing", "tokens", "create", "--user", "ana")]
    [InlineData("--expires: '5' is no time", "tokens", "create", "--user", "ana", "--name", "x", "--expires", "5")]
    [InlineData("--expires: '2001-01-01' is not between now and", "tokens", "create", "--user", "ana", "--name", "x", "--expires", "2001-01-01")]
    [InlineData("no store at", "users", "list", "--store", "nope.db")]
    [InlineData("No user 'bo' exists", "users", "disable", "bo")]
    [InlineData("No user 'bo' exists", "tokens", "create", "--user", "bo", "--name", "x")]
    [InlineData("No token '0123456789ab' exists", "tokens", "revoke", "0123456789ab")]
    public async Task BadInput_IsOneLine(string says, params string[] arguments)
    {
        await using (await EmbeddedStore.OpenAsync(_folder["assay.db"]))
        {
        }

        var result = await RunAsync(arguments, "", ("ASSAY_STORE", "assay.db"));

        result.Error.ShouldContain(says);
        result.Error.TrimEnd('\n').ShouldNotContain("\n");
        result.Output.ShouldBeEmpty();
        result.Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("the password has 5 characters; it must have 12 to 1000", "short")]
    [InlineData("standard input has no first line", "")]
    [InlineData("a password must not begin with 'assay_'", "assay_0123456789")]
    public async Task BadPassword_IsRefusedAndNotRepeated(string says, string password)
    {
        var result = await RunAsync(["users", "add", "ana", "--password-stdin", "--store", "lab.db"], password);

        result.Code.ShouldBe(2);
        result.Error.ShouldContain(says);
        (await RunAsync(["users", "list", "--store", "lab.db"])).Output.ShouldBe("(none)\n");
    }

    [Fact]
    public async Task Token_StandsAloneOnStandardOutputAndIsGoodUntilRevoked()
    {
        await RunAsync(["users", "add", "ana", "--password-stdin", "--store", "lab.db"], Password);

        var created = await RunAsync(["tokens", "create", "--user", "ana", "--name", "nightly job", "--expires", "30d", "--store", "lab.db"]);
        var text = created.Output.TrimEnd('\n');
        created.Error.ShouldContain("It is not shown again.");
        var listed = await RunAsync(["tokens", "list", "--user", "ana", "--json", "--store", "lab.db"]);
        var token = listed.Json[0];
        var id = token.GetProperty("id").GetString()!;

        text.ShouldStartWith($"assay_{id}_");
        listed.Output.ShouldNotContain(text[20..]);
        (token.GetProperty("expiration_time").GetInt64() - token.GetProperty("creation_time").GetInt64()).ShouldBeInRange(29 * 86_400_000L, 30 * 86_400_000L + 60_000);
        (await HolderAsync(text)).ShouldBe("ana");

        (await RunAsync(["tokens", "revoke", id, "--store", "lab.db"])).Output.ShouldBe($"Revoked {id} of ana (nightly job)\n");
        (await HolderAsync(text)).ShouldBeNull();
        (await RunAsync(["tokens", "list", "--store", "lab.db"])).Output.ShouldContain("revoked 2");
    }

    [Fact]
    public async Task Server_DoesNotOpenToTheNetworkWithoutUsers()
    {
        var result = await RunAsync(["serve", "--host", "0.0.0.0", "--port", "0", "--store", "lab.db"]);

        result.Code.ShouldBe(2);
        result.Error.ShouldStartWith("assay: --host 0.0.0.0: others than this machine's users could reach the server, and the store has no user; add one with 'assay users add NAME'");
    }

    [Theory]
    [InlineData("--auth: 'maybe' is not known; there are auto, on and off", "--auth", "maybe")]
    [InlineData("--no-auth: --auth says the contrary", "--auth", "on", "--no-auth")]
    [InlineData("--trusted-proxies: 'proxy.example' is no address", "--trusted-proxies", "proxy.example")]
    [InlineData("--auth on: the store has no user", "--auth", "on")]
    public async Task ServerSettings_AreChecked(string says, params string[] arguments)
    {
        var result = await RunAsync(["serve", "--port", "0", "--store", "lab.db", .. arguments]);

        result.Code.ShouldBe(2);
        result.Error.ShouldContain(says);
    }

    private async Task<string?> HolderAsync(string token)
    {
        await using var store = await EmbeddedStore.OpenAsync(_folder["lab.db"]);
        return (await store.Access.FindTokenAsync(token))?.User.Name;
    }

    private Task<AssayProcess.ProcessResult> RunAsync(string[] arguments, string? input = null, params (string Name, string Value)[] variables) =>
        AssayProcess.RunAsync(_folder, arguments, input, variables);
}
