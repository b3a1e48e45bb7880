using Assay.Server.Access;

namespace Assay.Server.Tests.Access;

public sealed class PasswordsTests
{
    [Fact]
    public void A_password_fits_its_own_hash_only()
    {
        var hash = Passwords.Hash("correct horse battery");

        hash.ShouldNotContain("correct");
        Passwords.Verify(hash, "correct horse battery").ShouldBeTrue();
        Passwords.Verify(hash, "correct horse batterY").ShouldBeFalse();
        Passwords.Hash("correct horse battery").ShouldNotBe(hash, "each has a salt of its own");
    }

    [Fact]
    public void The_hash_of_nobody_fits_nothing_and_has_the_form_and_cost_of_a_real_one()
    {
        var real = Convert.FromBase64String(Passwords.Hash("correct horse battery"));
        var nobody = Convert.FromBase64String(Passwords.HashOfNobody);

        Passwords.Verify(Passwords.HashOfNobody, "").ShouldBeFalse();
        nobody.Length.ShouldBe(real.Length);
        nobody[..13].ShouldBe(real[..13], "mark, function, rounds and the salt's length");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("12345678901")]
    [InlineData("assay_0123456789")]
    public void What_is_no_password_is_refused_without_being_repeated(string password) =>
        Should.Throw<BadInputException>(() => Passwords.Hash(password)).Message.ShouldNotContain($"'{password}'");

    [Fact]
    public void Generated_passwords_are_long_and_never_the_same()
    {
        var generated = Enumerable.Range(0, 100).Select(_ => Passwords.Generate()).ToList();

        generated.ShouldAllBe(password => password.Length == 24 && password.All(char.IsAsciiLetterOrDigit));
        generated.Distinct().Count().ShouldBe(100);
    }
}
