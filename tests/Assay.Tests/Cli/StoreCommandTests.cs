using Assay.Storage;
using Assay.Storage.Sqlite;

namespace Assay.Tests.Cli;

/// <summary><c>assay migrate</c> and <c>assay backup</c>, as a user calls them.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Migrate_says_from_which_version_to_which_and_check_changes_nothing()
    {
        var newest = StoreAddress.Parse("x.db").NewestSchemaVersion;
        using (var connection = SqliteConnection.Open(folder["lab.db"], TimeSpan.Zero))
        {
            connection.Run(Assay.Storage.Sql.Migration.Of("Sqlite")[0].ReadSql() + $"PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 1");
        }

        (await Run(1, "migrate", "--store", "lab.db", "--check")).ShouldBe($"lab.db has schema 1; this version's is {newest}: run assay migrate\n");
        (await Run(0, "migrate", "--store", "lab.db")).ShouldBe($"lab.db was brought from schema 1 to {newest}\n");
        (await Run(0, "migrate", "--store", "lab.db", "--check")).ShouldBe($"lab.db is up to date (schema {newest})\n");
    }

    [Fact]
    public async Task Backup_copies_a_store_and_refuses_to_replace_a_file()
    {
        await (await EmbeddedStore.OpenAsync(folder["lab.db"])).DisposeAsync();
        (await Run(0, "backup", "--store", "lab.db", "--to", "copy.db")).ShouldBe("lab.db was copied to copy.db; its artifacts are not in it\n");
        (await Run(0, "experiments", "--tracking-uri", "copy.db")).ShouldContain("Default");
        var again = await AssayProcess.RunAsync(folder, ["backup", "--store", "lab.db", "--to", "copy.db"]);
        again.Code.ShouldBe(2);
        again.Error.ShouldEndWith("copy.db is there already: name another file, or replace it with --force.\n");
        await Run(0, "backup", "--store", "lab.db", "--to", "copy.db", "--force");
    }

    [Theory]
    [InlineData("migrate --store none.db", "--store: no store at none.db", 2)]
    [InlineData("backup --store none.db --to copy.db", "--store: no store at none.db", 2)]
    [InlineData("backup --store lab.db", "--to: name the file that the copy goes to", 2)]
    [InlineData("experiments --tracking-uri postgresql://ana:s3cret@127.0.0.1:1/lab", "postgresql://127.0.0.1:1/lab does not answer (", 3)]
    [InlineData("migrate --store postgresql://ana:s3cret@127.0.0.1:x/lab", "--store: The PostgreSQL URL has a port that is no number from 1 to 65535.", 2)]
    public async Task What_cannot_be_done_is_one_line(string command, string message, int code)
    {
        var result = await AssayProcess.RunAsync(folder, command.Split(' '));
        result.Error.ShouldContain(message);
        result.Error.ShouldNotContain("s3cret");
        result.Code.ShouldBe(code);
        Directory.GetFiles(folder.Path, "*.db").ShouldBeEmpty();
    }

    private async Task<string> Run(int code, params string[] arguments)
    {
        var result = await AssayProcess.RunAsync(folder, arguments);
        result.Code.ShouldBe(code, result.Error);
        return result.Output;
    }
}
