package io.runboards.emit;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.OutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Texts with places that are filled in; they stand beside the class that fills them. */
public final class Templates {
  private final Configuration configuration;

  private Templates(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The templates beside a class.
   *
   * @param format what they are written in, which decides what is escaped
   */
  public static Templates beside(Class<?> place, OutputFormat format) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
    configuration.setTemplateLoader(new ClassTemplateLoader(place, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setOutputFormat(format);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    return new Templates(configuration);
  }

  /** The template with the components of a record. */
  public String fill(String template, Record content) {
    StringWriter out = new StringWriter();
    try {
      configuration.getTemplate(template).process(content, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return out.toString();
  }
}
