using Assay.Storage;
using Assay.Storage.Access;

namespace Assay.Tests.Storage;

/// <summary>What users and tokens are in every store that keeps them.</summary>
public abstract class AccessContract : StoreContract
{
    private AccessStore Access => ((SqlStore)Store).Access;

    [Fact]
    public async Task A_store_begins_without_users()
    {
        (await Access.ReadStateAsync(Cancel)).ShouldBe(new AccessState(0, false));
        (await Access.ListUsersAsync(cancellationToken: Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_user_is_an_admin_and_others_are_editors_unless_said_otherwise()
    {
        (await Access.AddUserAsync(new("ana", "hash"), Cancel)).Role.ShouldBe(Role.Admin);
        (await Access.AddUserAsync(new("bo", "hash"), Cancel)).Role.ShouldBe(Role.Editor);
        (await Access.AddUserAsync(new("cy", "hash", Role.Reader), Cancel)).Role.ShouldBe(Role.Reader);
    }

    [Fact]
    public async Task A_name_is_taken_once_and_its_case_counts()
    {
        await Access.AddUserAsync(new("ana", "hash"), Cancel);

        await ShouldRefuse(Access.AddUserAsync(new("ana", "other"), Cancel), ErrorCode.ResourceAlreadyExists, "User 'ana' already exists.");
        await Access.AddUserAsync(new("Ana", "other"), Cancel);

        (await Access.FindPasswordAsync("ana", Cancel))!.Hash.ShouldBe("hash");
        (await Access.FindPasswordAsync("Ana", Cancel))!.Hash.ShouldBe("other");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a b")]
    [InlineData("-x")]
    [InlineData("joão")]
    [InlineData("a\u0000")]
    [InlineData("'; DROP TABLE users; --")]
    public async Task A_name_that_HTTP_cannot_carry_is_refused(string name) =>
        (await Should.ThrowAsync<AssayException>(() => Access.AddUserAsync(new(name, "hash"), Cancel))).Code.ShouldBe(ErrorCode.InvalidParameterValue);

    [Fact]
    public async Task Every_change_raises_the_revision_and_what_is_refused_does_not()
    {
        await Access.AddUserAsync(new("ana", "hash"), Cancel);
        var last = await RevisionAsync();
        async Task RaisedBy(Task change)
        {
            await change;
            var now = await RevisionAsync();
            now.ShouldBeGreaterThan(last);
            last = now;
        }

        await RaisedBy(Access.SetPasswordAsync("ana", "other", Cancel));
        await RaisedBy(Access.SetRoleAsync("ana", Role.Reader, Cancel));
        await RaisedBy(Access.SetDisabledAsync("ana", true, Cancel));
        await RaisedBy(Access.SetDisabledAsync("ana", false, Cancel));
        var token = await Access.CreateTokenAsync("ana", "job", null, Cancel);
        last = await RevisionAsync();
        await Access.NoteUseAsync(token.Token.Id, Cancel);
        (await RevisionAsync()).ShouldBe(last);
        await RaisedBy(Access.RevokeTokenAsync(token.Token.Id, Cancel));
        await RaisedBy(Access.RemoveUserAsync("ana", Cancel));

        await ShouldRefuse(Access.SetRoleAsync("ana", Role.Admin, Cancel), ErrorCode.ResourceDoesNotExist, "No user 'ana' exists");
        (await RevisionAsync()).ShouldBe(last);
    }

    [Fact]
    public async Task Users_are_listed_in_pages_by_name()
    {
        foreach (var name in (string[])["cy", "ana", "bo", "Dee"])
        {
            await Access.AddUserAsync(new(name, "hash"), Cancel);
        }

        var first = await Access.ListUsersAsync(maxResults: 3, cancellationToken: Cancel);
        var second = await Access.ListUsersAsync(first.NextPageToken, 3, Cancel);

        first.Items.Concat(second.Items).Select(user => user.Name).ShouldBe(["Dee", "ana", "bo", "cy"]);
        second.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_is_good_for_its_user_until_it_is_revoked()
    {
        await Access.AddUserAsync(new("ana", "hash"), Cancel);
        var made = await Access.CreateTokenAsync("ana", "nightly job", null, Cancel);

        var holder = (await Access.FindTokenAsync(made.Text, Cancel))!;
        holder.User.Name.ShouldBe("ana");
        holder.Token.ShouldBe(made.Token);

        await Access.RevokeTokenAsync(made.Token.Id, Cancel);
        (await Access.FindTokenAsync(made.Text, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_with_another_secret_is_none()
    {
        await Access.AddUserAsync(new("ana", "hash"), Cancel);
        var (one, other) = (await Access.CreateTokenAsync("ana", "one", null, Cancel), await Access.CreateTokenAsync("ana", "other", null, Cancel));

        var mixed = one.Text[..19] + other.Text[19..];
        (await Access.FindTokenAsync(mixed, Cancel)).ShouldBeNull();
        (await Access.FindTokenAsync(one.Text[..^1], Cancel)).ShouldBeNull();
        (await Access.FindTokenAsync(one.Text + "a", Cancel)).ShouldBeNull();
        (await Access.FindTokenAsync("", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_expired_token_is_none()
    {
        await Access.AddUserAsync(new("ana", "hash"), Cancel);
        var past = await Access.CreateTokenAsync("ana", "past", 1, Cancel);
        var ahead = await Access.CreateTokenAsync("ana", "ahead", 4_000_000_000_000, Cancel);

        (await Access.FindTokenAsync(past.Text, Cancel)).ShouldBeNull();
        (await Access.FindTokenAsync(ahead.Text, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_disabled_users_tokens_are_refused_and_a_removed_users_are_gone()
    {
        await Access.AddUserAsync(new("ana", "hash"), Cancel);
        var token = await Access.CreateTokenAsync("ana", "job", null, Cancel);

        await Access.SetDisabledAsync("ana", true, Cancel);
        (await Access.FindTokenAsync(token.Text, Cancel)).ShouldBeNull();
        await Access.SetDisabledAsync("ana", false, Cancel);
        (await Access.FindTokenAsync(token.Text, Cancel)).ShouldNotBeNull();

        await Access.RemoveUserAsync("ana", Cancel);
        await Access.AddUserAsync(new("ana", "hash"), Cancel);
        (await Access.FindTokenAsync(token.Text, Cancel)).ShouldBeNull();
        (await Access.ListTokensAsync(cancellationToken: Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tokens_are_listed_of_one_user_or_of_all_with_their_last_use()
    {
        await Access.AddUserAsync(new("ana", "hash"), Cancel);
        await Access.AddUserAsync(new("bo", "hash"), Cancel);
        var mine = await Access.CreateTokenAsync("ana", "mine", null, Cancel);
        await Access.CreateTokenAsync("bo", "yours", null, Cancel);

        await Access.NoteUseAsync(mine.Token.Id, Cancel);

        (await Access.ListTokensAsync(cancellationToken: Cancel)).Items.Count.ShouldBe(2);
        var listed = (await Access.ListTokensAsync("ana", cancellationToken: Cancel)).Items.ShouldHaveSingleItem();
        listed.Name.ShouldBe("mine");
        listed.LastUsed.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(listed.Created);
    }

    [Fact]
    public async Task Nothing_is_made_for_or_revoked_of_those_who_are_not_there()
    {
        await ShouldRefuse(Access.CreateTokenAsync("nobody", "x", null, Cancel), ErrorCode.ResourceDoesNotExist, "No user 'nobody' exists");
        await ShouldRefuse(Access.RevokeTokenAsync("0123456789ab", Cancel), ErrorCode.ResourceDoesNotExist, "No token '0123456789ab' exists");
        await ShouldRefuse(Access.RemoveUserAsync("nobody", Cancel), ErrorCode.ResourceDoesNotExist, "No user 'nobody' exists");
        (await Access.FindUserAsync("nobody", Cancel)).ShouldBeNull();
    }

    private async Task<long> RevisionAsync() => (await Access.ReadStateAsync(Cancel)).Revision;
}
