using System.Collections.Frozen;

namespace Assay.Languages;

/// <summary>
/// The commonest words of each language, by themselves a quarter of its running text. A word of several languages speaks for each of them.
/// </summary>
internal static class FunctionWords
{
    private const string English = """
        the of and to in is that it was for on with as be at by this have from or not are but had which you they his her were an we their been
        has will would there what can all more when who if out so said about into than them could some other then these its only our most also
        do my i he she did your how because very where much should must those such each both between while does any may just like no a me us
        """;

    private const string Portuguese = """
        de o a e que do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só
        pelo pela até isso ela entre depois sem mesmo aos ter seus quem nas me esse eles você essa nem suas meu às minha têm pelos elas qual nós
        lhe deles este esta dele é são foi está ser tem há era foram estava estão pode podem sobre outros cada onde porque
        """;

    private const string French = """
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux cette ont ses mais comme on
        tout nous sa vous fait été aussi leur bien peut ces y deux même elle ils je être à où sans très donc leurs entre après l qu n d c j si
        avait mon ma mes votre vos peuvent chez autres toute tous quand parce
        """;

    private const string Spanish = """
        de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo
        esta ser son también fue había era muy hasta desde está mi porque qué sólo han yo hay puede todos así nos ni tiene él uno donde mismo ese
        cada e otro después te otros aunque esa eso pueden usted ellos estos unos les hacia mientras además quien esto
        """;

    /// <summary>A bit for each language that has the word: 1 shifted by the language's number.</summary>
    public static FrozenDictionary<string, byte> Languages { get; } = Index();

    private static FrozenDictionary<string, byte> Index()
    {
        var index = new Dictionary<string, byte>();
        foreach (var (words, language) in new[]
            { (English, Language.English), (Portuguese, Language.Portuguese), (French, Language.French), (Spanish, Language.Spanish) })
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                index[word] = (byte)(index.GetValueOrDefault(word) | 1 << (int)language);
        return index.ToFrozenDictionary();
    }
}
