namespace Assay.Models;

/// <summary>Who answers.</summary>
public enum ModelProvider
{
    /// <summary><c>openai:</c> OpenAI, or any service that speaks its protocol.</summary>
    OpenAI,

    /// <summary><c>azure:</c> a deployment of Azure OpenAI.</summary>
    Azure,

    /// <summary><c>exec:</c> a program.</summary>
    Exec,

    /// <summary><c>replay:</c> a recording.</summary>
    Replay,

    /// <summary><c>local:</c> a small model in this process.</summary>
    Local,
}
