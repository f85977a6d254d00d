package io.runboards.emit.docs;

import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Fills the templates of this package. */
final class Templates {
  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  /** The template with the components of a record. */
  static String fill(String template, Record content) {
    StringWriter out = new StringWriter();
    try {
      CONFIGURATION.getTemplate(template).process(content, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return out.toString();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setOutputFormat(Markdown.FORMAT);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    return configuration;
  }
}
