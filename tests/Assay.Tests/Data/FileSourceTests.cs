using System.Diagnostics;
using Assay.Data;

namespace Assay.Tests.Data;

public sealed class FileSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_file_is_named_with_the_nearest_name_beside_it()
    {
        _folder.Write("questions.csv", "a\n1\n");

        (await Dataset.FromFile(_folder["question.csv"]).ErrorAsync())
            .ShouldBe($"{_folder["question.csv"]}: there is no such file; did you mean \"questions.csv\"?");
    }

    [Fact]
    public async Task A_missing_folder_is_named() =>
        (await Dataset.FromFile(_folder["no/data.csv"]).ErrorAsync())
            .ShouldBe($"{_folder["no/data.csv"]}: there is no such file; there is no folder {_folder["no"]}");

    [Fact]
    public async Task A_folder_is_not_a_file()
    {
        Directory.CreateDirectory(_folder["data.csv"]);

        (await Dataset.FromFile(_folder["data.csv"]).ErrorAsync()).ShouldBe($"{_folder["data.csv"]}: is a folder, not a file; name a file in it");
        Should.Throw<BadInputException>(() => Dataset.FromFile(_folder.Path)).Message.ShouldBe($"{_folder.Path}: is a folder, not a file; name a file in it");
    }

    [Fact]
    public void An_unknown_extension_is_refused_with_those_that_are_known()
    {
        var path = _folder.Write("data.parquet", "PAR1");

        Should.Throw<BadInputException>(() => Dataset.FromFile(path)).Message
            .ShouldBe($"{path}: the extension .parquet is not known; name the file .csv, .tsv, .json, .jsonl or .ndjson (.gz may follow)");
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix permissions");
        var path = Unreadable();
        Assert.SkipWhen(path is null, "this user may read everything");

        var error = await Should.ThrowAsync<BadInputException>(
            async () => await Dataset.FromFile(path, new DatasetOptions { Format = DataFormat.Csv }).InspectAsync(TestContext.Current.CancellationToken));
        error.Message.ShouldBe($"{path}: permission denied; allow this user to read the file");
    }

    [Fact]
    public async Task A_name_in_gz_must_hold_gzip_data()
    {
        var path = _folder.Write("data.csv.gz", "a\n1\n");

        (await Dataset.FromFile(path).ErrorAsync()).ShouldBe($"{path}: not gzip data, though its name ends in .gz; rename it, or compress it");
    }

    [Fact]
    public async Task Gzip_data_are_read_under_any_name()
    {
        var path = _folder.WriteGzip("data.csv", "a\n1\n");

        (await Dataset.FromFile(path).JsonAsync()).ShouldBe(["""{"a":"1"}"""]);
    }

    [Fact]
    public async Task Errors_name_the_path_as_it_was_given_and_the_run_its_name()
    {
        var path = _folder.Write("data.csv", "a\n1,2\n");
        var dataset = Dataset.FromFile(path);

        (await dataset.ErrorAsync()).ShouldStartWith($"{path}, line 2: ");
        (dataset.Name, dataset.SourceType, dataset.Source, dataset.CanReadAgain).ShouldBe(("data.csv", "local", path, true));
    }

    [Fact]
    public async Task A_file_that_changes_between_the_readings_is_an_error()
    {
        var dataset = Dataset.FromFile(_folder.Write("data.csv", "a\n1\n"));
        await dataset.ProfileAsync();
        _folder.Write("data.csv", "a\n1\n2\n");

        var error = await Should.ThrowAsync<BadInputException>(async () => await dataset.ReadAsync(TestContext.Current.CancellationToken).CountAsync());
        error.Message.ShouldContain("the rows are not those that were there at first");
    }

    [Fact]
    public async Task A_stream_is_inspected_before_its_rows_are_used_and_cannot_be_resumed()
    {
        var dataset = Dataset.FromStream(new MemoryStream("a\n1\n2\n"u8.ToArray()), "piped");

        (await dataset.ProfileAsync()).Rows.ShouldBe(2);
        (await dataset.JsonAsync()).ShouldBe(["""{"a":"1"}""", """{"a":"2"}"""]);
        dataset.CanReadAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task A_named_pipe_is_read_like_standard_input()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix pipes");
        using (var mkfifo = Process.Start("mkfifo", _folder["pipe"]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var writing = Task.Run(() => File.WriteAllText(_folder["pipe"], "[{\"a\":1}]"), TestContext.Current.CancellationToken);
        var dataset = Dataset.FromFile(_folder["pipe"]);

        (await dataset.JsonAsync()).ShouldBe(["""{"a":1}"""]);
        dataset.CanReadAgain.ShouldBeFalse();
        await writing;
    }

    /// <summary>A file without permissions; for root, who may read that too, a setting of the kernel that can only be written.</summary>
    private string? Unreadable()
    {
        const string Setting = "/proc/sys/vm/compact_memory";
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return File.Exists(Setting) ? Setting : null;
        }

        var path = _folder.Write("data.csv", "a\n1\n");
        File.SetUnixFileMode(path, UnixFileMode.None);
        return path;
    }
}
